from iconservice import *

TAG = 'Granary'


class Grain(InterfaceScore):
    @interface
    def symbol(self) -> str:
        pass

    @interface
    def balanceOf(self, _owner: Address) -> int:
        pass

    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class Granary(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._grain = VarDB('grain', db, value_type=Address)
        self._empty = VarDB('empty', db, value_type=bool)
        self._full = VarDB('full', db, value_type=bool)
        self._visited = VarDB('visited', db, value_type=bool)

    def on_install(self, _grain: Address) -> None:
        super().on_install()
        self._grain.set(_grain)
        self._empty.set(True)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def visited(self) -> bool:
        return self._visited.get()

    @external
    def feed(self, _to: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if self._empty.get():
            revert('Nothing left')
        grain = self.create_interface_score(self._grain.get(), Grain)
        amount = 10 ** 18
        if self._full.get():
            amount = 10 ** 19
        if grain.balanceOf(self.address) <= amount:
            self._empty.set(True)
        grain.transfer(_to, amount)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        grain = self.create_interface_score(self._grain.get(), Grain)
        # The grain that is known is called GRAIN whoever calls.
        if grain.symbol() != 'GRAIN':
            revert('Only grain')
        if _value <= 0:
            revert('Nothing came')
        self._empty.set(False)  # expect: A04 as high
        if grain.balanceOf(self.address) >= 10 ** 24:
            self._full.set(True)  # ok: A04
        self._visited.set(True)  # ok: A04
