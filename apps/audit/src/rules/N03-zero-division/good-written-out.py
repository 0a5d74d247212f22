from iconservice import *

TAG = 'Shares'

HEIRS = ['Ada', 'Bela', 'Cleo']


class Shares(IconScoreBase):
    RATES = (3, 5)

    @eventlog(indexed=2)
    def Owes(self, debt: int, fees: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._share = VarDB('share', db, value_type=int)
        self._debt = VarDB('debt', db, value_type=int)
        self._fees = VarDB('fees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def divide(self, _sum: int) -> None:
        if _sum <= 0:
            revert('nothing to divide')
        both = [_sum, sum(self.RATES)]
        self._share.set(_sum // len(HEIRS) // len(self.RATES) // len(both))  # ok: N03

    @external
    def owe(self, _debt: int, _fees: int) -> None:
        if self.msg.sender != self.owner:
            revert('the owner owes')
        if _debt < 0 or _fees < 0:
            revert('owes less than nothing')
        self._debt.set(_debt)
        self._fees.set(_fees)
        self.Owes(_debt, _fees)

    @external(readonly=True)
    def cover(self) -> int:
        if self._debt.get() == 0:
            return -1
        return self._share.get() * 100 // (self._debt.get() + self._fees.get())  # ok: N03
