from iconservice import *

TAG = 'RescueTeam'


class RescueTeam(IconScoreBase):
    """A role as an array with an index beside it: each account stands in it once at most."""

    _PEOPLE = 'people'
    _PLACE = 'place'
    _CALLS = 'calls'

    @eventlog(indexed=1)
    def Joined(self, _account: Address):
        pass

    @eventlog(indexed=1)
    def Left(self, _account: Address):
        pass

    @eventlog(indexed=1)
    def CallLogged(self, _height: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._people = ArrayDB(self._PEOPLE, db, Address)
        # place in the array, counted from 1; 0 says: not there
        self._place = DictDB(self._PLACE, db, int)
        self._calls = ArrayDB(self._CALLS, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def add(self, _account: Address) -> None:
        if self.msg.sender != self.owner:
            revert('RescueTeam: only the owner')
        if self._place[_account] != 0:
            revert('RescueTeam: is a member already')
        self._people.put(_account)  # ok: A10
        self._place[_account] = len(self._people)
        self.Joined(_account)

    @external
    def remove(self, _account: Address) -> None:
        if self.msg.sender != self.owner:
            revert('RescueTeam: only the owner')
        place = self._place[_account]
        if place <= 0:
            revert('RescueTeam: not a member')
        last = self._people.pop()
        if last != _account:
            self._people[place - 1] = last
            self._place[last] = place
        self._place.remove(_account)
        self.Left(_account)

    # a history, not a role: it may hold the same number twice
    @external
    def logCall(self) -> None:
        if self._place[self.msg.sender] == 0:
            revert('RescueTeam: members only')
        self._calls.put(self.block_height)  # ok: A10
        self.CallLogged(self.block_height)

    @external(readonly=True)
    def isMember(self, _account: Address) -> bool:
        return self._place[_account] > 0
