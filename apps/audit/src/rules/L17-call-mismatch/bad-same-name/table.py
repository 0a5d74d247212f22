from iconservice import *
import shapes.round


class Table(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._width = VarDB('width', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # the import binds the folder, in which a module has the name of one of its functions
    @external(readonly=True)
    def corners(self) -> int:
        return shapes.round.corners(self._width.get())  # ok: L17

    @external(readonly=True)
    def wide(self) -> int:
        return shapes.round.round(self._width.get(), 2)  # ok: L17

    @external(readonly=True)
    def width(self) -> int:
        return self.wide.get()  # expect: L17
