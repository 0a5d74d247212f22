from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, DictDB, VarDB, external, eventlog, revert

TAG = 'Leagues'


class Versioned(IconScoreBase):
    """Runs `migrate` once for each new layout."""
    LAYOUT = 1

    @property
    def layout(self) -> VarDB:
        return VarDB('layout', self.db, int)

    def on_install(self) -> None:
        super().on_install()
        self.layout.set(self.LAYOUT)

    def on_update(self) -> None:
        super().on_update()
        if self.layout.get() < self.LAYOUT:
            self.layout.set(self.LAYOUT)
            self.migrate()

    def migrate(self) -> None:
        pass


class Leagues(Versioned):
    LAYOUT = 3

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._teams = ArrayDB('teams', db, str)
        self._captain = DictDB('captain', db, Address)
        self._score = DictDB('score', db, int)
        self._season = VarDB('season', db, int)

    def migrate(self) -> None:
        index = 0
        while index < len(self._teams):  # expect: C06
            self._score[self._teams[index]] *= 10
            index += 1
        for season in range(self._season.get()):  # expect: C06
            self._score[f'season_{season}'] = 0

    @eventlog(indexed=1)
    def Founded(self, team: str):
        pass

    @eventlog
    def SeasonStarted(self, season: int):
        pass

    @external(readonly=True)
    def score(self, team: str) -> int:
        return self._score[team]

    @external
    def found(self, team: str) -> None:
        if self._captain[team] is not None or not 0 < len(team) <= 30:
            revert('cannot be founded')
        self._captain[team] = self.msg.sender
        self._teams.put(team)
        self.Founded(team)

    @external
    def start_season(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self._season.set(self._season.get() + 1)
        self.SeasonStarted(self._season.get())
