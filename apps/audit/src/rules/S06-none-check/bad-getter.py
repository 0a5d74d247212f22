from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'Names'


class Record:
    """What is known of one name."""

    def __init__(self, name: str, db: IconScoreDatabase) -> None:
        self.text = VarDB(f'record_{name}_text', db, str)
        self.until = VarDB(f'record_{name}_until', db, int)
        self.holder = VarDB(f'record_{name}_holder', db, Address)


class Base(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._main = DictDB('main', db, str)

    def on_install(self) -> None:
        super().on_install()

    def main_of(self, account: Address) -> str:
        return self._main[account]

    def record(self, name: str) -> Record:
        return Record(name, self.db)

    @property
    def years(self) -> VarDB:
        return VarDB('years', self.db, int)

    @eventlog(indexed=1)
    def Taken(self, name: str, holder: Address):
        pass


class Names(Base):

    @external(readonly=True)
    def main(self, account: Address) -> str:
        name = self.main_of(account)
        return '-' if name is None else name  # expect: S06

    @external
    def take(self, name: str) -> None:
        if not 0 < len(name) <= 30:
            revert('1 to 30 characters')
        record = self.record(name)
        until = record.until.get()
        if until is not None and until > self.block_height:  # expect: S06
            revert('taken')
        years = 1 if self.years.get() is None else self.years.get()  # expect: S06
        record.holder.set(self.msg.sender)
        record.until.set(self.block_height + years * 15768000)
        if None is self.main_of(self.msg.sender):  # expect: S06
            self._main[self.msg.sender] = name
        self.Taken(name, self.msg.sender)
