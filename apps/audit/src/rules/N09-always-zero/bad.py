from iconservice import *

TAG = 'LuckyPot'
FEE_PERCENT = 3


class LuckyPot(IconScoreBase):
    """A pot with a fee, a loyalty bonus and a daily rate, all of which come out as nothing."""

    @eventlog(indexed=1)
    def Paid(self, _account: Address, _fee: int, _bonus: int):
        pass

    @eventlog(indexed=1)
    def Left(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._saved = DictDB('saved', db, value_type=int)
        self._visits = DictDB('visits', db, value_type=int)
        self._fees = VarDB('fees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def saved(self, _account: Address) -> int:
        return self._saved[_account]

    @external(readonly=True)
    def hour_of_day(self) -> int:
        return self.now() % 86400 // 86400  # expect: N09

    @payable
    @external
    def save(self):
        if self.msg.value <= 0:
            revert('Send some ICX')
        self._visits[self.msg.sender] += 1
        bonus = self._visits[self.msg.sender] % 10 // 10  # expect: N09
        fee = self.msg.value * (FEE_PERCENT // 100)  # expect: N09
        self._fees.set(self._fees.get() + fee)
        self._saved[self.msg.sender] += self.msg.value - fee
        self.Paid(self.msg.sender, fee, bonus)

    @external
    def leave(self, _percent: int):
        if not 0 < _percent < 100:
            revert('1 to 99 percent')
        amount = self._saved[self.msg.sender] * (_percent // 100)  # expect: N09
        self._saved[self.msg.sender] -= amount
        self.Left(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
