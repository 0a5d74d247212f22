from iconservice import *

TAG = 'BoatHouse'


class BoatHouse(IconScoreBase):
    """Answers are used; what is called as a statement reverts by itself or tells a by-the-way."""

    _OWNER_OF = 'owner_of'
    _VISITED = 'visited'
    _VISITORS = 'visitors'

    @eventlog(indexed=1)
    def BoatAdded(self, _boat: int, _account: Address):
        pass

    @eventlog(indexed=1)
    def BoatRemoved(self, _boat: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner_of = DictDB(self._OWNER_OF, db, Address)
        self._visited = DictDB(self._VISITED, db, bool)
        self._visitors = VarDB(self._VISITORS, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _exists(self, boat: int) -> bool:
        return self._owner_of[boat] is not None

    def _require_boat(self, boat: int) -> None:
        if not self._exists(boat):
            revert('BoatHouse: no such boat')

    def _must_own(self, boat: int) -> bool:
        if self._owner_of[boat] != self.msg.sender:
            revert('BoatHouse: not your boat')
        return True

    def _note_visit(self) -> bool:
        if self._visited[self.msg.sender]:
            return False
        self._visited[self.msg.sender] = True
        self._visitors.set(self._visitors.get() + 1)
        return True

    @external
    def addBoat(self, _boat: int) -> None:
        if _boat <= 0 or self._exists(_boat):
            revert('BoatHouse: number not free')
        self._note_visit()  # ok: F04
        self._owner_of[_boat] = self.msg.sender
        self.BoatAdded(_boat, self.msg.sender)

    @external
    def removeBoat(self, _boat: int) -> None:
        self._require_boat(_boat)  # ok: F04
        self._must_own(_boat)  # ok: F04
        self._owner_of.remove(_boat)
        self.BoatRemoved(_boat)

    @external(readonly=True)
    def visitors(self) -> int:
        return self._visitors.get()
