from iconservice import *

TAG = 'Roster'
MOST = 20


def holds(names: list, name: str) -> bool:
    for each in names:
        if each == name:
            return True
    return False


class Roster(IconScoreBase):

    @eventlog(indexed=1)
    def Listed(self, name: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._names = ArrayDB('names', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def enter(self, name: str) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if len(self._names) >= MOST:
            revert('Full')
        if holds(self._names, name):  # ok: L17
            revert('Known already')
        self._names.put(name)
        self.Listed(name)

    @external(readonly=True)
    def knows(self, name: str) -> bool:
        return holds(self._names, name)  # ok: L17
