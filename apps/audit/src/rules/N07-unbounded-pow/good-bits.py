from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert

TAG = 'Badges'
BADGES = 64
KINDS = {'bronze': 1, 'silver': 2, 'gold': 3}


def check_badge(badge: int) -> None:
    if badge not in range(BADGES):
        revert('no such badge')


class Badges(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._badges = DictDB('badges', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    @eventlog(indexed=1)
    def Awarded(self, account: Address, badge: int):
        pass

    @external(readonly=True)
    def has(self, account: Address, badge: int) -> bool:
        return self._badges[account] >> (badge % BADGES) & 1 == 1  # ok: N07

    @external(readonly=True)
    def points_needed(self, level: int) -> int:
        return 100 * 2 ** max(0, min(level, 20))  # ok: N07

    @external(readonly=True)
    def area(self, side: int) -> int:
        return side ** 2  # ok: N07

    @external(readonly=True)
    def prize(self, kind: str) -> int:
        return 10 ** KINDS.get(kind, 0)  # ok: N07

    @external(readonly=True)
    def all_bits(self) -> int:
        bits = 0
        for place in range(BADGES):
            bits |= 1 << place  # ok: N07
        return bits

    @external
    def award(self, account: Address, badge: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        check_badge(badge)
        self._badges[account] = self._badges[account] | 1 << badge  # ok: N07
        self.Awarded(account, badge)
