from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'Council'
SCALE = 10 ** 6


def ratio(part: int, whole: int) -> int:
    """The ratio in millionths; 1.0 is 1_000_000."""
    if whole == 0:
        return 0
    return part * SCALE // whole  # ok: N01


def parse_ratio(text: str) -> int:
    """Turns '0.667' into 667000 without a float."""
    whole, _, rest = text.partition('.')
    return int(whole) * SCALE + int(rest[:6].ljust(6, '0'))  # ok: N01


class Council(IconScoreBase):

    @eventlog(indexed=1)
    def Passed(self, motion: int, millionths: int):
        pass

    @eventlog(indexed=1)
    def Weighted(self, member: Address, weight: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._yes = DictDB('yes', db, value_type=int)
        self._weight = DictDB('weight', db, value_type=int)
        self._voted = DictDB('voted', db, value_type=bool, depth=2)
        self._total = VarDB('total', db, value_type=int)
        self._passed = DictDB('passed', db, value_type=bool)
        self._needed = VarDB('needed', db, value_type=int)

    def on_install(self, needed: str) -> None:
        super().on_install()
        self._needed.set(parse_ratio(needed))

    @external(readonly=True)
    def is_passed(self, motion: int) -> bool:
        return self._passed[motion]

    @external(readonly=True)
    def page_path(self, motion: int) -> str:
        return f'/motions/{motion}/0.5'  # ok: N01

    @external
    def set_weight(self, member: Address, weight: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if weight < 0:
            revert('weight must not be negative')
        change = weight - self._weight[member]
        self._total.set(self._total.get() + change)
        self._weight[member] = weight
        self.Weighted(member, weight)

    @external
    def vote(self, motion: int) -> None:
        voter = self.msg.sender
        if self._voted[motion][voter] or self._weight[voter] == 0:
            revert('cannot vote')
        self._voted[motion][voter] = True
        self._yes[motion] += self._weight[voter]
        reached = ratio(self._yes[motion], self._total.get())
        if not self._passed[motion] and reached >= self._needed.get():  # ok: N01
            self._passed[motion] = True
            self.Passed(motion, reached)
