from iconservice import *

TAG = 'Dividends'


class Dividends(IconScoreBase):

    @eventlog(indexed=1)
    def Paid(self, _holder: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Admitted(self, _holder: Address, _shares: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._income = VarDB('income', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)
        self._shares = DictDB('shares', db, value_type=int)
        self._per_share = VarDB('per_share', db, value_type=int)

    def on_install(self, _total: int) -> None:
        super().on_install()
        if _total <= 0:
            revert('The total must be positive')
        self._total.set(_total)
        self._shares[self.msg.sender] = _total

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def dividend_of(self, _holder: Address) -> int:
        return self._part(self._shares[_holder])

    @external(readonly=True)
    def percent_of(self, _holder: Address) -> int:
        if self._total.get() == 0:
            return 0
        return 100 * (self._shares[_holder] // self._total.get())  # expect: N04

    @external(readonly=True)
    def announced_for(self, _holder: Address) -> int:
        return self._per_share.get() * self._shares[_holder]  # todo expect: N04

    @external
    def announce(self):
        if self.msg.sender != self.owner or self._total.get() == 0:
            revert('Cannot announce')
        self._per_share.set(self._income.get() // self._total.get())
        self.Paid(self.owner, 0)

    def _part(self, _shares: int) -> int:
        total = self._total.get()
        if total == 0:
            return 0
        return self._income.get() // total * _shares  # expect: N04

    @payable
    def fallback(self):
        fee = self.msg.value // 1000 * 25  # expect: N04
        self._income.set(self._income.get() + self.msg.value - fee)

    @external
    def sell(self, _to: Address, _shares: int):
        if not 0 < _shares <= self._shares[self.msg.sender]:
            revert('Not that many shares')
        self._shares[self.msg.sender] -= _shares
        self._shares[_to] += _shares
        self.Admitted(_to, _shares)

    @external
    def take(self):
        amount = self._part(self._shares[self.msg.sender])
        if amount <= 0 or amount > self._income.get():
            revert('Nothing to take')
        self._income.set(self._income.get() - amount)
        self._shares[self.msg.sender] = 0
        self.Paid(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
