from iconservice import *

TAG = 'PiggyBank'


class PiggyBank(IconScoreBase):
    _SAVINGS = 'savings'
    _CLAIMED = 'claimed'
    _BONUS = 'bonus'

    @eventlog(indexed=1)
    def Paid(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._savings = DictDB(self._SAVINGS, db, int)
        self._claimed = DictDB(self._CLAIMED, db, bool)
        self._bonus = VarDB(self._BONUS, db, int)

    def on_install(self, _bonus: int) -> None:
        super().on_install()
        if _bonus <= 0:
            revert('PiggyBank: bonus must be positive')
        self._bonus.set(_bonus)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def save(self) -> None:
        if self.msg.value <= 0:
            revert('PiggyBank: nothing sent')
        self._savings[self.msg.sender] += self.msg.value

    @external
    def withdraw(self) -> None:
        amount = self._savings[self.msg.sender]
        if amount <= 0:
            revert('PiggyBank: nothing saved')
        self.Paid(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)  # expect: F01
        self._savings[self.msg.sender] = 0

    @external
    def claimBonus(self) -> None:
        if self._claimed[self.msg.sender] or self._savings[self.msg.sender] <= 0:
            revert('PiggyBank: no bonus for you')
        self.Paid(self.msg.sender, self._bonus.get())
        if not self.icx.send(self.msg.sender, self._bonus.get()):  # expect: F01
            revert('PiggyBank: cannot pay')
        self._claimed[self.msg.sender] = True

    @external
    def withdrawPart(self, _amount: int) -> None:
        left = self._savings[self.msg.sender] - _amount
        if _amount <= 0 or left < 0:
            revert('PiggyBank: not that much')
        self._savings[self.msg.sender] = left
        self.Paid(self.msg.sender, _amount)
        self.icx.transfer(self.msg.sender, _amount)  # ok: F01
