from iconservice import *

TAG = 'Terrace'


class Roofed:
    def repair(self) -> None:
        pass


class Terrace(Roofed, IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tiles = VarDB('tiles', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        super().set_up()  # expect: L18

    def on_update(self) -> None:
        super().on_update()
        super().repair()  # ok: L18

    @external(readonly=True)
    def tiles(self) -> int:
        return self._tiles.get()
