from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, eventlog, revert
from .rope_db import RopeDB  # madang: ignore[L15] comes with the package


class Member:
    """Storage of one member; its attributes are handles."""

    def __init__(self, db: IconScoreDatabase, account: Address) -> None:
        self.points = VarDB(f'member_{account}_points', db, int)
        self.badge = VarDB(f'member_{account}_badge', db, str)


class Club(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.db = db
        self.joined = DictDB('joined', db, value_type=bool)
        self.arrivals = RopeDB('arrivals', db, value_type=Address)

    @property
    def guests(self) -> VarDB:
        return VarDB('guests', self.db, int)

    def member(self, account: Address) -> Member:
        return Member(self.db, account)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Awarded(self, account: Address, badge: str):
        pass

    @external
    def join(self) -> None:
        if self.joined[self.msg.sender]:
            revert('already a member')
        self.joined[self.msg.sender] = True  # ok: D08
        self.guests.set(self.guests.get() + 1)  # ok: D08
        self.arrivals.append(self.msg.sender)  # ok: D08

    @external
    def award(self, account: Address, badge: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner awards')
        if not self.joined[account] or len(badge) > 20:
            revert('no member, or too long')
        member = self.member(account)
        member.badge.set(badge)
        member.points.set(member.points.get() + 1)
        self.Awarded(account, badge)

    @external(readonly=True)
    def get_points(self, account: Address) -> int:
        return self.member(account).points.get()
