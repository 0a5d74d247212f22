from iconservice import *

TAG = 'Pies'


class Pies(IconScoreBase):
    """Of two pies with as many votes, the first in the set's order wins."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._votes = DictDB('votes', db, value_type=int)
        self._winner = VarDB('winner', db, value_type=str)
        self._most = VarDB('most', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def vote(self, _pie: str) -> None:
        if len(_pie) > 20:
            revert('Pies: name')
        self._votes[_pie] += 1

    @external
    def judge(self, _pies: str) -> None:
        best, most = '', 0
        for pie in set(json_loads(_pies)):  # expect: D07
            votes = self._votes[pie]
            if votes > most:
                best, most = pie, votes
        self._winner.set(best)

    # as many votes as that there were, in any order
    @external
    def count(self, _pies: str) -> None:
        most = 0
        for pie in set(json_loads(_pies)):  # ok: D07
            votes = self._votes[pie]
            if votes > most:
                most = votes
        self._most.set(most)

    @external
    def judge_by_name(self, _pies: str) -> None:
        best, most = '', 0
        for pie in set(json_loads(_pies)):  # ok: D07
            votes = self._votes[pie]
            if votes > most or (votes == most and pie < best):
                best, most = pie, votes
        self._winner.set(best)
