from iconservice import *

TAG = 'Quorum'
CHAMBERS = {'north', 'south', 'east'}
MAX_NAMES = 20


class Quorum(IconScoreBase):

    @eventlog
    def MembersSet(self, names: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._members = ArrayDB('members', db, value_type=str)
        self._seats = DictDB('seats', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        for chamber in sorted(CHAMBERS):  # ok: D07
            self._seats[chamber] = 3

    def on_update(self) -> None:
        super().on_update()

    @external
    def setMembers(self, _names: str) -> None:
        if self.msg.sender != self.owner:
            revert('Quorum: only the owner')
        if len(self._members) > 0:
            revert('Quorum: members are set')
        names = _names.split(',')
        if len(names) > MAX_NAMES or len(set(names)) != len(names):  # ok: D07
            revert('Quorum: doubles, or too many')
        for name in names:
            self._members.put(name)
        self.MembersSet(','.join(sorted(set(names))))  # ok: D07

    @external(readonly=True)
    def seats(self, _chamber: str) -> int:
        if _chamber not in CHAMBERS:  # ok: D07
            return 0
        return self._seats[_chamber]

    @external(readonly=True)
    def allSeats(self) -> int:
        return sum(self._seats[chamber] for chamber in CHAMBERS)  # ok: D07

    @external(readonly=True)
    def isComplete(self, _names: str) -> bool:
        given = set(_names.split(','))
        missing = 0
        for chamber in CHAMBERS:  # ok: D07
            if chamber not in given:
                missing += 1
        return missing == 0 and given == CHAMBERS  # ok: D07
