from iconservice import *

TAG = 'Referees'


class Referees(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._referees = ArrayDB('referees', db, value_type=Address)
        self._guests = ArrayDB('guests', db, value_type=str)
        self._names = ArrayDB('names', db, value_type=str)
        self._approved = ArrayDB('approved', db, value_type=str)
        self._votes = DictDB('votes', db, value_type=int, depth=2)
        self._fees = DictDB('fees', db, value_type=int)
        self._due = DictDB('due', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def invite(self, _who: Address) -> None:
        if _who in self._referees:
            revert('Referees: invited before')
        self._referees.put(_who)  # expect: A01

    @external
    def propose(self, _name: str) -> None:
        if _name in self._names:
            revert('Referees: proposed before')
        self._names.put(_name)  # ok: A01

    @external
    def approve(self, _name: str) -> None:
        self._approved.put(_name)  # expect: A01

    @external
    def vote(self, _name: str) -> None:
        if _name not in self._names or _name not in self._approved:
            revert('Referees: nobody of this name')
        self._votes[_name][self.msg.sender] = 1

    @external
    def price(self, _home: int, _away: int) -> None:
        self._fees['home'] = _home  # expect: A01
        self._fees['away'] = _away

    @external
    def sign(self, _name: str) -> None:
        # Nobody goes by it.
        self._guests.put(_name)  # ok: A01

    @external
    def settle(self, _first: int) -> None:
        if self.msg.sender != self.owner:
            revert('Referees: the owner only')
        for place in range(_first, min(_first + 20, len(self._referees))):
            self._due[self._referees[place]] += self._fees['home'] + self._fees['away']

    @external(readonly=True)
    def guest(self, _place: int) -> str:
        return self._guests[_place]
