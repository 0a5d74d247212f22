from iconservice import *

TAG = 'Well'


class WellBase(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._level = VarDB('level', db, value_type=int)

    @eventlog
    def Level(self, _level: int):
        pass

    def level(self) -> int:
        """To be given by the child, as a reader of the API."""
        return 0

    def after_fill(self, _level: int) -> None:
        """A hook. It stays internal."""

    @external
    def fill(self, _buckets: int) -> None:  # ok: L20
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _buckets <= 0:
            revert('Buckets must be positive')
        self._fill(_buckets)

    def _fill(self, _buckets: int) -> None:  # ok: L20
        self._level.set(self.level() + _buckets)
        self.Level(self._level.get())
        self.after_fill(self._level.get())


class Well(WellBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._most = VarDB('most', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def level(self) -> int:  # ok: L20
        return self._level.get()

    @external(readonly=True)
    def most(self) -> int:
        return self._most.get()

    def after_fill(self, _level: int) -> None:  # ok: L20
        if _level > self._most.get():
            self._most.set(_level)

    # overrides an external method of the base class, so it is no hook
    @external
    def fill(self, _buckets: int) -> None:  # ok: L20
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _buckets <= 0 or _buckets > 100:
            revert('Buckets are out of range')
        self._fill(_buckets)
