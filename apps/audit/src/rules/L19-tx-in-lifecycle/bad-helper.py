from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, ArrayDB, external, eventlog, revert


class Journal(IconScoreBase):
    """Keeps the transaction of each entry."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.entries = ArrayDB('entries', db, bytes)
        self.keeper = VarDB('keeper', db, Address)

    def on_install(self) -> None:
        super().on_install()
        self.keeper.set(self.msg.sender)

    @eventlog
    def Entry(self, tx: bytes, time: int):
        pass

    @property
    def moment(self) -> int:
        context = self.tx
        return context.timestamp  # expect: L19

    def _enter(self) -> None:
        stamp = self.tx.hash  # expect: L19
        self.entries.put(stamp)
        self.Entry(stamp, 0)


class ShipJournal(Journal):

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()
        self._enter()

    @external(readonly=True)
    def age(self, since: int) -> int:
        return self.moment - since

    @external(readonly=True)
    def last(self) -> bytes:
        if len(self.entries) == 0:
            revert('no entries')
        return self.entries[-1]

    @external
    def enter(self) -> None:
        if self.msg.sender != self.keeper.get():
            revert('only the keeper')
        self._enter()
