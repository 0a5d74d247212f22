from iconservice import *


class Teahouse(IconScoreBase):
    """Leaves for cups, at a price that moves with what is there."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._leaves = VarDB('leaves', db, value_type=int)
        self._cups = VarDB('cups', db, value_type=int)
        self._leaves_of = DictDB('leaves_of', db, value_type=int)
        self._cups_of = DictDB('cups_of', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._leaves.set(1000)
        self._cups.set(1000)

    def on_update(self) -> None:
        super().on_update()

    def _take(self, brought: int) -> None:
        if not 0 < brought <= self._leaves_of[self.msg.sender]:
            revert('Teahouse: not so many leaves')
        self._leaves_of[self.msg.sender] -= brought
        self._leaves.set(self._leaves.get() + brought)

    def _pour(
        self,
        brought: int,
        minimum: int,  # expect: F12
    ) -> None:
        cups = self._cups.get() * brought // (self._leaves.get() + brought)
        self._take(brought)
        self._cups.set(self._cups.get() - cups)
        self._cups_of[self.msg.sender] += cups

    def _pour_enough(
        self,
        brought: int,
        minimum: int,  # ok: F12
    ) -> None:
        cups = self._cups.get() * brought // (self._leaves.get() + brought)
        if cups < minimum:
            revert('Teahouse: too few cups')
        self._take(brought)
        self._cups.set(self._cups.get() - cups)
        self._cups_of[self.msg.sender] += cups

    @external
    def order(self, _leaves: int, _least: int) -> None:
        self._pour(_leaves, _least)

    @external
    def order_carefully(self, _leaves: int, _least: int) -> None:
        self._pour_enough(_leaves, _least)

    @external(readonly=True)
    def cups_for(
        self,
        _leaves: int,
        _minimum: int,  # ok: F12
    ) -> int:
        return self._cups.get() * _leaves // (self._leaves.get() + _leaves)

    @external
    def pick(self) -> None:
        if self.msg.sender != self.owner:
            revert('Teahouse: only the host')
        self._leaves_of[self.owner] += 10
