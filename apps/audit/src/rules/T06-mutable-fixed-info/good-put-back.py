from iconservice import *

TAG = 'Signboard'


class Painter(InterfaceScore):
    @interface
    def look(self) -> None:
        pass


class Signboard(IconScoreBase):
    """The name is put back before the call ends; nothing is left of what stood there in between."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._name = VarDB('name', db, value_type=str)
        self._width = VarDB('width', db, value_type=int)

    def on_install(self, _name: str) -> None:
        super().on_install()
        self._name.set(_name)
        self._width.set(len(_name))

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return self._name.get()

    @external(readonly=True)
    def room_left(self) -> int:
        return 40 - self._width.get()

    @external
    def try_out(self, _letters: str) -> None:
        kept = self._name.get()
        self._name.set(_letters)  # ok: T06, A01
        if len(self._name.get()) > 40:
            revert('Signboard: too long')
        self._name.set(kept)  # ok: T06, A01

    @external
    def try_width(self, _width: int) -> None:
        before = self._width.get()
        self._width.set(_width)  # ok: A01
        if self.room_left() >= 0:
            self._width.set(before)  # ok: A01
        else:
            self._width.set(before)  # ok: A01
