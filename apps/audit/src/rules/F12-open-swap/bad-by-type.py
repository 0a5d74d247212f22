from iconservice import *

TAG = 'Mill'


class Grain(InterfaceScore):

    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass

    @interface
    def balanceOf(self, _owner: Address) -> int:
        pass


class Mill(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._grain = VarDB('grain', db, value_type=Address)
        self._market = VarDB('market', db, value_type=Address)
        self._flour = VarDB('flour', db, value_type=Address)

    def on_install(self, _grain: Address, _market: Address, _flour: Address) -> None:
        super().on_install()
        self._grain.set(_grain)
        self._market.set(_market)
        self._flour.set(_flour)

    def on_update(self) -> None:
        super().on_update()

    @external
    def grind(self) -> None:
        order = json_dumps({'method': '_swap', 'params': {'toToken': str(self._flour.get())}})
        self.grain = self.create_interface_score(self._grain.get(), Grain)
        stock = self.grain.balanceOf(self.address)
        self.grain.transfer(self._market.get(), stock, str.encode(order))  # expect: F12
