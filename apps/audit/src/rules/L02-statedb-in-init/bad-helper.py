from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, ArrayDB, Address, external, eventlog, revert


class Settings:
    """Storage of the settings, filled when it is empty."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self.limit = VarDB('settings_limit', db, int)
        if not self.limit.get():  # expect: L02
            self.limit.set(100)  # expect: L02


class Room:
    """Its first state is written by a method, which others may call at any time."""

    def __init__(self, db: IconScoreDatabase, name: str) -> None:
        self.heat = VarDB(f'{name}_heat', db, value_type=int)
        self.reset()  # expect: L02

    def reset(self) -> None:
        self.heat.set(20)  # ok: L02


def make_rooms(db: IconScoreDatabase) -> list:
    return [Room(db, 'cold'), Room(db, 'warm')]  # ok: L02


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
        self.settings = Settings(db)  # ok: L02
        self.rooms = make_rooms(db)
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

    @external
    def reset_rooms(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        for room in self.rooms:
            room.reset()

    @external(readonly=True)
    def get_limit(self) -> int:
        return self.settings.limit.get()

    @external(readonly=True)
    def get_version(self) -> int:
        return self.version.get()
