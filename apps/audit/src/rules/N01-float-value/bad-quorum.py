from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'Council'


def ratio(part: int, whole: int):
    if whole == 0:
        return 0
    return part / whole  # expect: N01


class Ballot(IconScoreBase):
    NEEDED = 2 / 3

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._yes = DictDB('yes', db, value_type=int)
        self._weight = DictDB('weight', db, value_type=int)
        self._voted = DictDB('voted', db, value_type=bool, depth=2)
        self._total = VarDB('total', db, value_type=int)
        self._passed = DictDB('passed', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def enough(self, motion: int) -> bool:
        return ratio(self._yes[motion], self._total.get()) >= self.NEEDED  # expect: N01

    @eventlog(indexed=1)
    def Passed(self, motion: int, percent: int):
        pass

    @eventlog(indexed=1)
    def Weighted(self, member: Address, weight: int):
        pass


class Council(Ballot):

    @external(readonly=True)
    def is_passed(self, motion: int) -> bool:
        return self._passed[motion]

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
        if not self._passed[motion] and self.enough(motion):
            self._passed[motion] = True
            self.Passed(motion, round(self._yes[motion] * 1e2) // self._total.get())  # expect: N01
