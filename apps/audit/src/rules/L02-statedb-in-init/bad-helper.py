from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, ArrayDB, Address, external, eventlog, revert


class Settings:
    """Storage of the settings, filled when it is empty."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self.limit = VarDB('settings_limit', db, int)
        if not self.limit.get():
            self.limit.set(100)


class Versioned(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.version = VarDB('version', db, value_type=int)
        self.raise_version()  # expect: L02

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def raise_version(self) -> None:
        if self.version.get() < 3:
            self.version.set(3)


class Warehouse(Versioned):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)  # ok: L02
        self._db = db
        self.settings = Settings(db)  # expect: L02
        shelves = ArrayDB('shelves', db, value_type=str)
        for shelf in shelves:  # expect: L02
            self.check(shelf)
        if not self.is_ready:  # expect: L02
            pass

    @property
    def is_ready(self) -> bool:
        return VarDB('ready', self._db, bool).get()

    def check(self, shelf: str) -> None:
        if shelf == '':
            revert('a shelf without a name')

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def get_limit(self) -> int:
        return self.settings.limit.get()

    @external(readonly=True)
    def get_version(self) -> int:
        return self.version.get()
