from iconservice import *

TAG = 'Kennel'


class Kennel(IconScoreBase):
    """The containers themselves are held against numbers."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._level = DictDB('level', db, value_type=int)
        self._open = VarDB('open', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def train(self, _dog: int) -> None:
        if self._level == 10:  # expect: S05
            revert('the dog can do all')
        if self._open != 1:  # expect: S05
            revert('closed')
        self._level[_dog] += 1

    @external
    def trainWell(self, _dog: int) -> None:
        if self._level[_dog] >= 10 or self._open.get() != 1:  # ok: S05
            revert('not possible')
        self._level[_dog] += 1
