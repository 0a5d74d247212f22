from enum import IntEnum
from iconservice import *

TAG = 'Club'
NOBODY = {}


class Level(IntEnum):
    NONE = 0
    GUEST = 1


class Names:
    GUEST = 'guest'


class Club(IconScoreBase):

    @eventlog(indexed=1)
    def Joined(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._levels = DictDB('levels', db, value_type=int)
        self._names = DictDB('names', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self) -> None:
        if Level(self._levels[self.msg.sender]) is not Level.NONE:  # ok: Q04
            revert('once is enough')
        if self._names[self.msg.sender] is Names.GUEST:  # expect: Q04
            revert('once is enough')
        self._levels[self.msg.sender] = Level.GUEST.value
        self.Joined(self.msg.sender)

    def _find(self, who: Address) -> dict:
        level = self._levels[who]
        return NOBODY if level == 0 else {'level': level}

    @external(readonly=True)
    def describe(self, who: Address) -> str:
        found = self._find(who)
        if found is {}:  # expect: Q04
            return 'nothing'
        return 'nobody' if found is NOBODY else str(found['level'])  # ok: Q04
