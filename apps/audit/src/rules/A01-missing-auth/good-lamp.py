from iconservice import *

TAG = 'CornerLamp'
LIGHTS = ['off', 'dim', 'bright']


class CornerLamp(IconScoreBase):
    """Everybody in the room may turn the lamp, that is what it is for."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._light = VarDB('light', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Turned(self, light: str):
        pass

    @external
    def turn(self, light: str) -> None:
        if light not in LIGHTS:
            revert(f'{TAG}: no such light')
        self._light.set(light)  # ok: A01
        self.Turned(light)

    @external(readonly=True)
    def light(self) -> str:
        return self._light.get()
