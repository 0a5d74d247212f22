from iconservice import *


class Stock(IconScoreBase):

    @eventlog(indexed=1)
    def Stocked(self, _item: str, _count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = DictDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def count(self, _item: str) -> int:
        return self._count[_item]

    @external
    def stock(self, _item: str, _count: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _count <= 0:
            revert('The count must be positive')
        self._count[_item] += _count
        self.Stocked(_item, _count)


class Warehouse(IconScoreBase):
    """Another contract of the same source tree; its storage is its own."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._bins = DictDB('buyers', db, value_type=int)  # ok: S08

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def bin(self, _item: str) -> int:
        return self._bins[_item]
