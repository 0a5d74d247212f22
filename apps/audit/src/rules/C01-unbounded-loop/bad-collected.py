from iconservice import *

TAG = 'Tally'


class Tally(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._votes = DictDB('votes', db, value_type=int)
        self._lists = DictDB('lists', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def count(self, ballots: str) -> None:
        found = {}
        for ballot in ballots.split(','):  # expect: C01
            found[ballot] = ballot.strip()
        for name in found.values():  # expect: C01
            self._votes[name] = self._votes[name] + 1

    @external
    def join(self, ward: int) -> None:
        people = json_loads(self._lists[ward]) if self._lists[ward] != '' else []
        people.append(str(self.msg.sender))
        self._lists[ward] = json_dumps(people)

    @external
    def call(self, ward: int) -> None:
        for person in json_loads(self._lists[ward]):  # expect: C01
            self._votes[person] = 0

    @external(readonly=True)
    def votes(self, name: str) -> int:
        return self._votes[name]
