from iconservice import *

TAG = 'CoopStore'


class Ownable(IconScoreBase):
    """The base leaves the question of who may to its subclasses."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._limit = VarDB('limit', db, int)

    def on_install(self) -> None:
        super().on_install()
        self._limit.set(100)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def LimitChanged(self, limit: int):
        pass

    def _authorize(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')

    @external
    def change_limit(self, limit: int) -> None:
        self._authorize()
        self._apply_limit(limit)

    def _apply_limit(self, limit: int) -> None:
        if limit <= 0:
            revert('limit must be positive')
        self._limit.set(limit)  # ok: A01
        self.LimitChanged(limit)


class Curated(Ownable):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._curators = DictDB('curators', db, bool)

    @eventlog(indexed=1)
    def CuratorSet(self, account: Address, on: bool):
        pass

    # widens the guard of the base: still a guard
    def _authorize(self) -> None:
        if self._curators[self.msg.sender]:
            return
        super()._authorize()

    @external
    def set_curator(self, account: Address, on: bool) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self._curators[account] = on
        self.CuratorSet(account, on)


class CoopStore(Curated):
    @external
    def raise_limit(self) -> None:
        self._authorize()
        self._apply_limit(self._limit.get() + 10)

    @external(readonly=True)
    def limit(self) -> int:
        return self._limit.get()
