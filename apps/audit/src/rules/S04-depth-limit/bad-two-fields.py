from iconservice import *

TAG = 'Pigeonholes'


class Pigeonholes(IconScoreBase):
    """Both containers of one name are too deep."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._words = DictDB('holes', db, value_type=str, depth=4)  # expect: S04
        self._counts = DictDB('holes', db, value_type=int, depth=4)  # expect: S04

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def put(self, _a: str, _b: str, _c: str, _d: str) -> None:
        if self.msg.sender != self.owner:
            revert('Pigeonholes: only the owner')
        self._words[_a][_b][_c][_d] = _d
        self._counts[_a][_b][_c][_d] = 1
