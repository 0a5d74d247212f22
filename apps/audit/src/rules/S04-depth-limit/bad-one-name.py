from iconservice import *

TAG = 'Lockers'


class Lockers(IconScoreBase):
    """Two containers of one name that agree about the depth, and two that do not."""

    LOCKER = 'locker'
    SHELF = 'shelf'
    DEPTH = 3

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._notes = DictDB(self.LOCKER, db, value_type=str, depth=3)
        self._sizes = DictDB(self.LOCKER, db, value_type=int, depth=3)
        self._titles = DictDB(self.SHELF, db, value_type=str, depth=2)
        self._counts = DictDB(self.SHELF, db, value_type=int)
        self._plates = DictDB('plate', db, value_type=str, depth=self.DEPTH)
        self._years = DictDB('plate', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def rent(self, _room: str, _locker: str, _size: int) -> None:
        if self.msg.sender != self.owner:
            revert('Lockers: only the owner')
        self._notes[_room][_locker] = 'rented'  # expect: S04
        self._sizes[_room][_locker]['size'] = _size  # ok: S04

    @external
    def stack(self, _shelf: str, _count: int) -> None:
        if self.msg.sender != self.owner:
            revert('Lockers: only the owner')
        self._counts[_shelf] = _count  # ok: S04
        self._titles[_shelf]['front'] = 'books'  # ok: S04
        self._years[_shelf]['made'] = _count  # ok: S04
