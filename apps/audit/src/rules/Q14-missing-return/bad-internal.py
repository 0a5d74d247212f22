from iconservice import IconScoreBase, IconScoreDatabase, DictDB, VarDB, Address, external, eventlog, json_loads, revert


def level_of(points: int) -> str:  # expect: Q14
    if points < 0:
        revert('club: negative points')
    if points < 100:
        return 'bronze'
    if points < 1000:
        return 'silver'


class Points(object):

    def __init__(self, name: str, db: IconScoreDatabase):
        self._points = DictDB(f'{name}_points', db, value_type=int)

    def add(self, who: Address, count: int) -> int:  # expect: Q14
        self._points[who] += count

    def of(self, who: Address) -> int:
        return self._points[who]


class Club(IconScoreBase):

    @eventlog(indexed=1)
    def Added(self, who: Address, count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._points = Points('club', db)
        self._rules = VarDB('rules', db, str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @property
    def rules(self) -> dict:  # expect: Q14
        try:
            return json_loads(self._rules.get())
        except ValueError:
            pass

    def _require_owner(self) -> bool:  # expect: Q14
        if self.msg.sender != self.owner:
            revert('club: owner only')

    @external(readonly=True)
    def level(self, who: Address) -> str:
        return level_of(self._points.of(who))

    @external(readonly=True)
    def rule_count(self) -> int:
        return len(self.rules)

    @external
    def add_points(self, who: Address, count: int) -> None:
        self._require_owner()
        if count <= 0:
            revert('club: count must be positive')
        self._points.add(who, count)
        self.Added(who, count)
