from iconservice import *

TAG = 'Observatory'


class Observatory(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__()  # expect: L16
        self._dome = VarDB('dome', db, value_type=bool)
        self._nights = VarDB('nights', db, value_type=int)

    def on_install(self, _nights: int) -> None:
        super().on_install(_nights)  # expect: L16
        if _nights <= 0:
            revert('Nights must be positive')
        self._nights.set(_nights)

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Dome(self, _open: bool):
        pass

    @external(readonly=True)
    def nights(self) -> int:
        return self._nights.get()

    @external
    def setDome(self, _open: bool) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._dome.set(_open)
        self.Dome(_open)
