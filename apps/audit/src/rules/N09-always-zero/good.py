from iconservice import *

TAG = 'LuckyPot'
FEE_PERCENT = 3
MICROSECONDS = 10 ** 6


class LuckyPot(IconScoreBase):

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
        return self.now() // MICROSECONDS % 86400 // 3600  # ok: N09

    @external(readonly=True)
    def tens_digit(self, _number: int) -> int:
        return _number % 100 // 10  # ok: N09

    @external(readonly=True)
    def is_full_percent(self, _percent: int) -> int:
        if not 0 <= _percent <= 100:
            revert('0 to 100 percent')
        return _percent // 100  # ok: N09

    @payable
    @external
    def save(self):
        if self.msg.value <= 0:
            revert('Send some ICX')
        self._visits[self.msg.sender] += 1
        bonus = self._visits[self.msg.sender] // 10 % 10  # ok: N09
        fee = self.msg.value * FEE_PERCENT // 100  # ok: N09
        self._fees.set(self._fees.get() + fee)
        self._saved[self.msg.sender] += self.msg.value - fee
        self.Paid(self.msg.sender, fee, bonus)

    @external
    def leave(self, _percent: int):
        if not 0 < _percent < 100:
            revert('1 to 99 percent')
        saved = self._saved[self.msg.sender]
        amount = saved * _percent // 100  # ok: N09
        if amount <= 0 or amount > saved:
            revert('Nothing to leave with')
        self._saved[self.msg.sender] = saved - amount
        self.Left(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)

    @external
    def collect(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        amount = self._fees.get()
        self._fees.set(0)
        self.Left(self.owner, amount)
        self.icx.transfer(self.owner, amount)
