from iconservice import *

TAG = 'Dividends'
EXA = 10 ** 18
DAY = 86400 * 10 ** 6
LOT = 10


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
    def value_of(self, _shares: int) -> int:
        total = self._total.get()
        if total == 0:
            return 0
        per_share = self._income.get() * EXA // total
        return per_share * _shares // EXA  # ok: N04

    @external(readonly=True)
    def today(self) -> int:
        return self.now() // DAY * DAY  # ok: N04

    @external(readonly=True)
    def lots(self, _shares: int) -> int:
        return (_shares // LOT) * LOT  # ok: N04

    @external(readonly=True)
    def pages(self, _shares: int, _size: int) -> int:
        if _size <= 0:
            revert('The size must be positive')
        return (_shares + _size - 1) // _size + _shares * 2 // LOT  # ok: N04

    def _part(self, _shares: int) -> int:
        total = self._total.get()
        if total == 0:
            return 0
        return self._income.get() * _shares // total  # ok: N04

    @payable
    def fallback(self):
        fee = self.msg.value * 25 // 1000  # ok: N04
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
