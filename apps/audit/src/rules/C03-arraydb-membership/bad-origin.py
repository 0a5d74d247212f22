from iconservice import *


class Registry(IconScoreBase):
    """That the owner is asked for by the origin is a fault of its own (A02); strangers make the list no longer."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._names = ArrayDB('names', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def add(self, _name: str) -> None:
        if self.tx.origin != self.owner:
            revert('owner only')
        if _name not in self._names:  # expect: C03 as medium
            self._names.put(_name)
