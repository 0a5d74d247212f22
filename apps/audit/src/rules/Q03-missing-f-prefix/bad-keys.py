from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, external, eventlog, revert

PREFIX = 'member'


class Member:

    def __init__(self, db: IconScoreDatabase, number: int) -> None:
        # every member shares one entry: the number is not in the name
        self.points = VarDB('{PREFIX}_{number}_points', db, int)  # expect: Q03
        self.who = VarDB(f'{PREFIX}_{number}_who', db, Address)


class Club(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.count = VarDB('count', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Joined(self, who: Address, number: int):
        pass

    @external(readonly=True)
    def pointsOf(self, number: int) -> int:
        return Member(self.db, number).points.get()

    @external
    def join(self) -> None:
        number = self.count.get() + 1
        self.count.set(number)
        Member(self.db, number).who.set(self.msg.sender)
        self.Joined(self.msg.sender, number)

    @external
    def reward(self, number: int, points: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if points <= 0:
            revert("points must be positive: {points!r}")  # expect: Q03
        member = Member(self.db, number)
        member.points.set(member.points.get() + points)
        self.Joined(member.who.get(), number)
