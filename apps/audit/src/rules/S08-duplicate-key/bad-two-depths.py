from iconservice import *

TAG = 'Ballot'


class Ballot(IconScoreBase):
    """Two containers under one name, each used as it is declared: only the name is wrong."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._of_day = DictDB('votes', db, value_type=int)
        self._of_voter = DictDB('votes', db, value_type=bool, depth=2)  # expect: S08

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def vote(self) -> None:
        day = self.now() // 86400000000
        if self._of_voter[str(self.msg.sender)][day]:  # ok: S04, S07
            revert('Voted already')
        self._of_voter[str(self.msg.sender)][day] = True  # ok: S04, S07
        self._of_day[day] += 1  # ok: S04, S07

    @external(readonly=True)
    def votes(self, day: int) -> int:
        return self._of_day[day]  # ok: S05, Q06
