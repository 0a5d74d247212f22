from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, payable, eventlog, revert


class PiggyBank(IconScoreBase):
    """A bank with a hook that a child may fill."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.saved = DictDB('saved', db, int)

    @eventlog(indexed=1)
    def Saved(self, who: Address, amount: int):
        pass

    def after_save(self, who: Address, amount: int) -> None:
        pass

    @external(readonly=True)
    def savedBy(self, who: Address) -> int:
        return self.saved[who]

    @external
    @payable
    def save(self) -> None:
        if self.msg.value <= 0:
            revert('send ICX')
        self.saved[self.msg.sender] += self.msg.value
        self.Saved(self.msg.sender, self.msg.value)
        self.after_save(self.msg.sender, self.msg.value)

    @external
    def smash(self) -> None:
        amount = self.saved[self.msg.sender]
        if amount <= 0:
            revert('nothing saved')
        self.saved[self.msg.sender] = 0
        self.Saved(self.msg.sender, 0)
        self.icx.transfer(self.msg.sender, amount)


class BonusBank(PiggyBank):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.bonus = DictDB('bonus', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def bonusOf(self, who: Address) -> int:
        return self.bonus[who]

    # the hook of the base class, now open to everybody
    @external
    def after_save(self, who: Address, amount: int) -> None:  # expect: L20
        if amount <= 0:
            revert('amount must be positive')
        self.bonus[who] += amount // 100
        self.Saved(who, amount)
