from iconservice import *

TAG = 'PrizeDivider'
MOST = 10


class PrizeDivider(IconScoreBase):
    """The pot of a quiz is divided evenly among the teams that the owner names."""

    @eventlog(indexed=1)
    def Divided(self, _teams: str, _part: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pot = VarDB('pot', db, value_type=int)
        self._part = VarDB('part', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _book(self, teams: str, part: int) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner divides')
        self._part.set(part)
        self.Divided(teams, part)

    @external
    def divide(self, _teams: str) -> None:
        teams = _teams.split(',')
        if len(teams) > MOST:
            revert(f'{TAG}: too many teams')
        self._book(_teams, self._pot.get() // len(teams))  # ok: N03

    @external
    def divideTrimmed(self, _teams: str) -> None:
        teams = [team.strip() for team in _teams.split(sep=';')]
        if len(teams) > MOST:
            revert(f'{TAG}: too many teams')
        self._book(_teams, self._pot.get() // len(teams))  # ok: N03

    @external
    def divideWords(self, _teams: str) -> None:
        teams = _teams.split()
        if len(teams) > MOST:
            revert(f'{TAG}: too many teams')
        self._book(_teams, self._pot.get() // len(teams))  # expect: N03

    @external
    def divideNamed(self, _teams: str) -> None:
        teams = [team for team in _teams.split(',') if team]
        if len(teams) > MOST:
            revert(f'{TAG}: too many teams')
        self._book(_teams, self._pot.get() // len(teams))  # expect: N03

    @external
    def divideRest(self, _teams: str) -> None:
        teams = _teams.split(',')
        if len(teams) > MOST:
            revert(f'{TAG}: too many teams')
        teams.pop()
        self._book(_teams, self._pot.get() // len(teams))  # expect: N03
