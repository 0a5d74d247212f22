from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'Forecast'


class Forecast(IconScoreBase):
    """The watcher is set after the installation by a method; the update only fills it in where it is missing."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._watcher = VarDB('watcher', db, value_type=Address)
        self._height = DictDB('height', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()
        if self._watcher.get() is None:
            self._watcher.set(self.owner)  # ok: S10

    @eventlog
    def WatcherChanged(self, watcher: Address):
        pass

    @eventlog(indexed=1)
    def Measured(self, river: str, height: int):
        pass

    @external(readonly=True)
    def height(self, river: str) -> int:
        return self._height[river]

    @external
    def set_watcher(self, watcher: Address) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self._watcher.set(watcher)
        self.WatcherChanged(watcher)

    @external
    def measure(self, river: str, height: int) -> None:
        if self.msg.sender != self._watcher.get():
            revert('watcher only')
        if height < 0:
            revert('must not be negative')
        self._height[river] = height
        self.Measured(river, height)
