from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'CafePoints'


def require(condition: bool, message: str) -> None:
    if not condition:
        revert(message)


class Ledger(IconScoreBase):
    """Keeps who owns how many points. What a point is worth is up to the child."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._book = DictDB('book', db, value_type=int)
        self._allowed = DictDB('allowed', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def _move(self, source: Address, target: Address, points: int) -> None:
        book = self._book
        require(points != 0, 'nothing to move')
        require(points <= book[source], 'not enough points')
        book[source] -= points  # expect: N05
        book[target] += points
        self.Moved(source, target, points)

    @eventlog(indexed=2)
    def Moved(self, source: Address, target: Address, points: int):
        pass


class CafePoints(Ledger):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._issued = VarDB('issued', db, value_type=int)

    @external(readonly=True)
    def points_of(self, holder: Address) -> int:
        return self._book[holder]

    @external(readonly=True)
    def issued(self) -> int:
        return self._issued.get()

    @external
    def give(self, target: Address, points: int) -> None:
        self._move(self.msg.sender, target, points)

    @external
    def give_for(self, source: Address, target: Address, points: int) -> None:
        left = self._allowed[source][self.msg.sender] - points  # expect: N05
        require(left >= 0, 'more than allowed')
        self._allowed[source][self.msg.sender] = left
        self._move(source, target, points)

    @external
    def allow(self, spender: Address, points: int) -> None:
        require(points > 0, 'points must be positive')
        self._allowed[self.msg.sender][spender] = points

    @external
    def issue(self, holder: Address, points: int) -> None:
        require(self.msg.sender == self.owner, 'owner only')
        require(points < 10 ** 24, 'too many points')
        self._issued.set(self._issued.get() + points)  # expect: N05
        self._book[holder] = self._book[holder] + points
        self.Moved(self.address, holder, points)
