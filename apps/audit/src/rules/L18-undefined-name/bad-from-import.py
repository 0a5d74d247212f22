from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, external, eventlog


class Member:

    def __init__(self, db: IconScoreDatabase, who: Address) -> None:
        self.points = VarDB(f'{who}_points', db, int)
        self.level = VarDB(f'{who}_level', db, int)


class LoyaltyBook(IconScoreBase):

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Points(self, who: Address, points: int):
        pass

    @external(readonly=True)
    def pointsOf(self, who: Address) -> int:
        return Member(self.db, who).points.get()

    @external(readonly=True)
    def levels(self, people: List[Address]) -> list:  # expect: L18
        return [Member(self.db, person).level.get() for person in people]

    @external
    def give(self, who: Address, points: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')  # expect: L18
        if points <= 0:
            revert('points must be positive')  # expect: L18
        member = Member(self.db, who)
        member.points.set(member.points.get() + points)
        self.Points(who, points)
        if member.points.get() > next_level(member.level.get()):  # expect: L18
            member.level.set(member.level.get() + 1)
