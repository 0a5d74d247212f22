from iconservice import IconScoreBase, IconScoreDatabase, IconScoreException, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert


class IPrinter(InterfaceScore):
    @interface
    def printLabel(self, parcel: int):
        pass


class ParcelDesk(IconScoreBase):
    """A label that cannot be printed is noted, and printed later by hand. Nothing is reverted."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.printer = VarDB('printer', db, Address)
        self.unlabelled = DictDB('unlabelled', db, bool)
        self.sender = DictDB('sender', db, Address)

    def on_install(self, printer: Address) -> None:
        super().on_install()
        self.printer.set(printer)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Received(self, parcel: int, sender: Address):
        pass

    @eventlog(indexed=1)
    def LabelFailed(self, parcel: int):
        pass

    @external(readonly=True)
    def isUnlabelled(self, parcel: int) -> bool:
        return self.unlabelled[parcel]

    @external
    def receive(self, parcel: int) -> None:
        if self.sender[parcel] is not None:
            revert('number is taken')
        self.sender[parcel] = self.msg.sender
        self.Received(parcel, self.msg.sender)  # ok: T09
        if not self._label(parcel):
            self.unlabelled[parcel] = True
            self.LabelFailed(parcel)  # ok: T09

    def _label(self, parcel: int) -> bool:
        try:
            self.create_interface_score(self.printer.get(), IPrinter).printLabel(parcel)
        except IconScoreException:
            return False
        return True
