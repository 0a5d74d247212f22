from iconservice import *


class Stocks(IconScoreBase):
    """How many bottles everybody has; whoever calls these says how many they mean."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._bottles = DictDB('bottles', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _take(self, who: Address, count: int) -> None:
        if self._bottles[who] < count:
            revert('not so many')
        self._bottles[who] -= count  # ok: N05

    def _give(self, who: Address, count: int) -> None:
        self._bottles[who] += count
