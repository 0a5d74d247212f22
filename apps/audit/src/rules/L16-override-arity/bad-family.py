from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, payable, eventlog, revert


class Fund(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.goal = VarDB('goal', db, int)
        self.paid = DictDB('paid', db, int)

    def on_install(self, goal: int) -> None:
        super().on_install()
        if goal <= 0:
            revert('goal must be positive')
        self.goal.set(goal)

    def on_update(self, goal: int) -> None:
        super().on_update()
        if goal < self.goal.get():
            revert('a goal only grows')

    @eventlog(indexed=1)
    def Paid(self, who: Address, amount: int):
        pass

    @external(readonly=True)
    def paidBy(self, who: Address) -> int:
        return self.paid[who]

    @external
    @payable
    def pay(self) -> None:
        if self.msg.value <= 0:
            revert('send ICX')
        self.accept(self.msg.sender, self.msg.value)
        self.icx.transfer(self.owner, self.msg.value)

    def accept(self, who: Address, amount: int) -> None:
        self.paid[who] += amount
        self.Paid(who, amount)


class ClubFund(Fund):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.members = DictDB('members', db, bool)

    def on_install(self, goal: int) -> None:
        super().on_install()  # expect: L16
        self.members[self.msg.sender] = True

    def on_update(self) -> None:
        super().on_update()  # expect: L16

    # pay() of the base class calls it with two arguments
    def accept(self, who: Address, amount: int, note: str) -> None:  # expect: L16
        if not self.members[who]:
            revert('only members')
        super().accept(who)  # expect: L16
