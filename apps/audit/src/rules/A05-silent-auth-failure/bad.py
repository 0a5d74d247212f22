from iconservice import *

TAG = 'BusStop'


class BusStop(IconScoreBase):
    """Lists the lines that stop here."""

    _LINES = 'lines'
    _WARDEN = 'warden'

    @eventlog(indexed=1)
    def LineAdded(self, _line: int):
        pass

    @eventlog(indexed=1)
    def WardenChanged(self, _warden: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._lines = DictDB(self._LINES, db, bool)
        self._warden = VarDB(self._WARDEN, db, Address)

    def on_install(self) -> None:
        super().on_install()
        self._warden.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def addLine(self, _line: int) -> None:
        if self.msg.sender == self._warden.get():  # expect: A05
            self._lines[_line] = True
            self.LineAdded(_line)

    @external
    def setWarden(self, _warden: Address) -> None:
        """Only the owner names the warden."""
        if self.owner == self.msg.sender and _warden is not None:  # expect: A05
            self._warden.set(_warden)
            self.WardenChanged(_warden)

    @external(readonly=True)
    def hasLine(self, _line: int) -> bool:
        return self._lines[_line]
