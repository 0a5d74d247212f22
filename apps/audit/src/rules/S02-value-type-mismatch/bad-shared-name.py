from iconservice import *

TAG = 'Twonames'


class Twonames(IconScoreBase):
    """Two containers share one name: that is another mistake, and what each holds is declared with it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._titles = DictDB('things', db, value_type=str)
        self._sizes = DictDB('things', db, value_type=int)
        self._notes = DictDB('notes', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def put(self, _id: int, _title: str, _size: int) -> None:
        if self.msg.sender != self.owner:
            revert('Twonames: only the owner')
        self._titles[_id] = _title  # ok: S02
        self._sizes[_id] = _size  # ok: S02
        self._notes[_id] = _size  # expect: S02
        self._sizes[_title] = _title  # expect: S02
