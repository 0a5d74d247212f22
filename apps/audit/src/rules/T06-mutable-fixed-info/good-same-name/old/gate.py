from iconservice import *

TAG = 'Gate'
VERSION = '1.0.0'


class Gate(IconScoreBase):


    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._open = VarDB('open', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Opened(self, _open: bool):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'North Gate'  # ok: T06

    @external(readonly=True)
    def version(self) -> str:
        return VERSION  # ok: T06

    @external(readonly=True)
    def isOpen(self) -> bool:
        return self._open.get()

    @external
    def setOpen(self, _open: bool) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._open.set(_open)
        self.Opened(_open)
