from iconservice import *

from .ownership import Owned

TAG = 'BellTower'


class BellTower(IconScoreBase, Owned):
    """Who may do what is asked in a class that was not handed in: what asks is taken at its name."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._hour = VarDB('hour', db, value_type=int)
        self._strokes = VarDB('strokes', db, value_type=int)
        self._ringer = VarDB('ringer', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._hour.set(12)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Rung(self, hour: int, strokes: int):
        pass

    @external
    def set_hour(self, _hour: int) -> None:
        self.owner_only()
        self._hour.set(_hour)  # ok: A01

    @external
    def set_ringer(self, _ringer: Address) -> None:
        Owned.owner_only(self)
        self._ringer.set(_ringer)  # ok: A01

    @external
    def set_strokes(self, _strokes: int) -> None:
        self.wind_up()
        self._strokes.set(_strokes)  # expect: A01

    @external
    def ring(self) -> None:
        if self.msg.sender != self._ringer.get():
            revert(f'{TAG}: only the ringer')
        self.Rung(self._hour.get(), self._strokes.get())
