from iconservice import *

from .stocks import Stocks

DEPOSIT = 10


class Cellar(Stocks):

    @eventlog(indexed=1)
    def Drunk(self, _who: Address, _count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deposit = DictDB('deposit', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def bottles(self, _who: Address) -> int:
        return self._bottles[_who]

    @external
    def store(self, _who: Address, _count: int) -> None:
        if self.msg.sender != self.owner or _count <= 0:
            revert('the owner stores bottles')
        self._give(_who, _count)

    @external
    def drink(self, _count: int) -> None:
        who = self.msg.sender
        self._take(who, _count)  # expect: N05
        self._deposit[who] += _count * DEPOSIT  # ok: N05
        self.Drunk(who, _count)
