from iconservice import *

TAG = 'Grants'


class CoinInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Grants(IconScoreBase):
    """Each grant is set to nothing before it is paid, one after another; what comes later is read later."""

    @eventlog(indexed=1)
    def Granted(self, _to: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Known(self, _coin: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._first = VarDB('first', db, value_type=Address)
        self._second = VarDB('second', db, value_type=Address)
        self._grants = DictDB('grants', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def know(self, _first: Address, _second: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self._first.set(_first)
        self._second.set(_second)
        self.Known(_first)
        self.Known(_second)

    @external
    def grant(self, _to: Address, _kind: str, _amount: int) -> None:
        if self.msg.sender != self.owner or _amount <= 0:
            revert('not possible')
        self._grants[_to][_kind] += _amount
        self.Granted(_to, _amount)

    @external
    def claim(self) -> None:
        mine = self._grants[self.msg.sender]
        for coin in [self._first.get(), self._second.get()]:
            amount = mine[str(coin)]
            if amount > 0:
                mine[str(coin)] = 0
                self.create_interface_score(coin, CoinInterface).transfer(self.msg.sender, amount)  # ok: F01
        amount = mine['ICX']
        if amount > 0:
            mine['ICX'] = 0
            self.icx.transfer(self.msg.sender, amount)  # ok: F01

    @payable
    def fallback(self):
        pass
