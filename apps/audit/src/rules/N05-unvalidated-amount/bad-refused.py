from iconservice import *

TAG = 'Purse'
PRICE = 10 ** 18


class Purse(IconScoreBase):
    """What people put in they may take out again; the engine refuses to transfer less than nothing."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)
        self._fund = VarDB('fund', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _take(self, amount: int) -> None:
        if amount > self._coins[self.msg.sender]:
            revert(f'{TAG}: not that many coins')
        self._coins[self.msg.sender] -= amount  # expect: N05

    @external
    @payable
    def fill(self) -> None:
        self._coins[self.msg.sender] += self.msg.value
        self._total.set(self._total.get() + self.msg.value)

    @external
    def take(self, _amount: int) -> None:
        if _amount > self._coins[self.msg.sender]:
            revert(f'{TAG}: not that many coins')
        self._coins[self.msg.sender] -= _amount  # ok: N05
        self._total.set(self._total.get() - _amount)  # ok: N05
        self.icx.transfer(self.msg.sender, _amount)

    @external
    def takePart(self, _shares: int) -> None:
        if _shares > self._coins[self.msg.sender]:
            revert(f'{TAG}: not that many shares')
        if self._total.get() == 0 or self._fund.get() == 0:
            revert(f'{TAG}: nothing there')
        amount = self._fund.get() * _shares // self._total.get()
        self._coins[self.msg.sender] -= _shares  # ok: N05
        self.icx.transfer(self.msg.sender, amount)

    @external
    def takeShare(self, _shares: int) -> None:
        """Out of an empty fund nothing is paid, whatever the number says."""
        if _shares > self._coins[self.msg.sender]:
            revert(f'{TAG}: not that many shares')
        if self._total.get() == 0:
            revert(f'{TAG}: nothing there')
        amount = self._fund.get() * _shares // self._total.get()
        self._coins[self.msg.sender] -= _shares  # expect: N05
        self.icx.transfer(self.msg.sender, amount)

    @external
    def takeMore(self, _amount: int) -> None:
        """What goes out is more than the number that is booked: it says nothing of its sign."""
        if _amount > self._coins[self.msg.sender]:
            revert(f'{TAG}: not that many coins')
        self._coins[self.msg.sender] -= _amount  # expect: N05
        self.icx.transfer(self.msg.sender, _amount + PRICE)

    @external
    def takeIfAny(self, _amount: int) -> None:
        """Only some ways end in the transfer."""
        self._take(_amount)
        if _amount > 0:
            self.icx.transfer(self.msg.sender, _amount)

    @external
    def takeGently(self, _amount: int) -> None:
        if _amount > self._coins[self.msg.sender]:
            revert(f'{TAG}: not that many coins')
        self._coins[self.msg.sender] -= _amount  # expect: N05
        if not self.icx.send(self.msg.sender, _amount):
            self._fund.set(self._fund.get() + PRICE)

    @external
    def takeWithTip(self, _tip: int) -> None:
        if _tip > PRICE:
            revert(f'{TAG}: more than all')
        rest = PRICE - _tip  # expect: N05
        self._coins[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, rest)
