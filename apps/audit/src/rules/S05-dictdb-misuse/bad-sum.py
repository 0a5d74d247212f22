from iconservice import *

TAG = 'Ladder'


class Ladder(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rungs = VarDB('rungs', db, value_type=int)
        self._gaps = DictDB('gaps', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def height(self, _feet: int) -> int:
        return _feet + self._rungs * 30  # expect: S05

    @external(readonly=True)
    def reach(self, _feet: int) -> int:
        return _feet + self._rungs.get() * 30 - self._gaps['top']  # ok: S05

    @external
    def widen(self, _by: int) -> None:
        self._gaps += _by  # expect: S05
