from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, payable, eventlog, revert


class Lockable(IconScoreBase):
    """A lock against coming back in, kept where a revert does not undo it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.entered = False

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def enter(self) -> None:
        if self.entered:
            revert('come back later')
        self.entered = True  # expect: D08

    def leave(self) -> None:
        setattr(self, 'entered', False)  # expect: D08


class Wallet(Lockable):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.deposit_of = DictDB('deposit_of', db, value_type=int)
        self.cache = dict()

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Withdrawn(self, account: Address, amount: int):
        pass

    @payable
    @external
    def deposit(self) -> None:
        account = self.msg.sender
        self.deposit_of[account] += self.msg.value
        seen = self.cache
        seen[account] = self.deposit_of[account]  # expect: D08

    @external
    def withdraw(self) -> None:
        self.enter()
        account = self.msg.sender
        amount = self.deposit_of[account]
        self.deposit_of[account] = 0
        self.cache.pop(account, None)  # expect: D08
        self.Withdrawn(account, amount)
        self.icx.transfer(account, amount)
        self.leave()

    @external(readonly=True)
    def get_deposit(self, account: Address) -> int:
        if account in self.cache:
            return self.cache[account]
        return self.deposit_of[account]
