from iconservice import *

TAG = 'League'
TEAMS = ('red', 'blue')


class Table:
    """Made anew in each call: its attributes live as long as the call."""

    def __init__(self) -> None:
        self.rows = []
        self.total = 0

    def add(self, team: str, points: int) -> None:
        self.rows.append({'team': team, 'points': points})  # ok: D08
        self.total += points  # ok: D08


class League(IconScoreBase):
    ROUNDS = 10

    @eventlog(indexed=1)
    def Scored(self, team: str, points: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._boards = []
        for team in TEAMS:
            self._boards.append(VarDB('points_' + team, db, value_type=int))  # ok: D08
        self._make_rounds(db)

    def _make_rounds(self, db: IconScoreDatabase) -> None:
        self._round = VarDB('round', db, value_type=int)  # ok: D08
        self._closed = DictDB('closed', db, value_type=bool)  # ok: D08

    def on_install(self) -> None:
        super().on_install()
        self._round.set(1)

    def on_update(self) -> None:
        super().on_update()

    @external
    def score(self, _team: str, _points: int) -> None:
        if self.msg.sender != self.owner:
            revert('League: only the owner')
        if _team not in TEAMS or _points <= 0:
            revert('League: unknown team, or no points')
        if self._closed[self._round.get()]:
            revert('League: the round is closed')
        board = self._boards[TEAMS.index(_team)]
        board.set(board.get() + _points)
        self.Scored(_team, _points)

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('League: only the owner')
        number = self._round.get()
        if number >= self.ROUNDS:
            revert('League: that was the last round')
        self._closed[number] = True  # ok: D08
        self._round.set(number + 1)
        self.Scored('all', number)

    @external(readonly=True)
    def table(self) -> list:
        table = Table()
        for index, team in enumerate(TEAMS):
            table.add(team, self._boards[index].get())
        return table.rows
