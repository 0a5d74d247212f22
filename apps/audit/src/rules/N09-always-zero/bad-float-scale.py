from iconservice import *

TAG = 'Lights'


class Lights(IconScoreBase):
    """A part of 100000 of at most 99999, cut to a whole number."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._level = VarDB('level', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def dim(self, _step: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        level = _step % 100000
        self._level.set(int(level / 100000.0))  # expect: N09

    @external
    def shine(self, _step: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        level = _step % 100000
        self._level.set(int(level / 1000.0))  # ok: N09

    @external
    def fade(self, _step: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        level = _step % 100000
        self._level.set(int(level / 1e5))  # expect: N09
