from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, external, eventlog, revert

TAG = 'Lottery'


class Settings:
    """A small box of named numbers in storage."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self._store = db

    def number(self, name: str) -> VarDB:
        return VarDB(f'setting_{name}', self._store, value_type=int)

    def default(self, name: str, value: int) -> None:
        box = self.number(name)
        if not box.get():
            box.set(value)  # ok: S09


class Lottery(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._settings = Settings(db)
        self._manager = VarDB('manager', db, value_type=Address)

    def on_install(self, manager: Address) -> None:
        super().on_install()
        self._manager.set(manager)
        self._prepare()

    def on_update(self, manager: Address) -> None:
        super().on_update()
        # The deployer has to name the manager each time: nothing here is reset unseen.
        self._manager.set(manager)  # ok: S09
        self._prepare()  # ok: S09

    def _prepare(self) -> None:
        self._settings.default('price', 10 ** 18)
        self._settings.default('seats', 50)

    @eventlog
    def Changed(self, name: str, value: int):
        pass

    @external(readonly=True)
    def setting(self, name: str) -> int:
        return self._settings.number(name).get()

    @external(readonly=True)
    def manager(self) -> Address:
        return self._manager.get()

    @external
    def change(self, name: str, value: int) -> None:
        if self.msg.sender != self._manager.get():
            revert('manager only')
        if value <= 0:
            revert('must be positive')
        self._settings.number(name).set(value)
        self.Changed(name, value)
