from iconservice import *

TAG = 'Pawnshop'


class Pawnshop(IconScoreBase):
    """Pledges form a chain in storage, and counters that only some turns move stop nothing."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._older = DictDB('older', db, value_type=str)
        self._sums = DictDB('sums', db, value_type=int)
        self._overdue = DictDB('overdue', db, value_type=bool)
        self._newest = VarDB('newest', db, value_type=str)
        self._pledges = ArrayDB('pledges', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Counted(self, amount: int):
        pass

    @external
    def pledge(self, tag: str, amount: int) -> None:
        if amount <= 0 or self._sums[tag] > 0:
            revert('bad pledge')
        self._sums[tag] = amount
        self._older[tag] = self._newest.get()
        self._newest.set(tag)
        self._pledges.put(tag)

    @external
    def count(self) -> None:
        amount = 0
        tag = self._newest.get()
        while tag:  # expect: C01
            amount += self._sums[tag]
            tag = self._older[tag]
        self.Counted(amount)

    @external
    def dun_three(self) -> None:
        dunned = 0
        for tag in self._pledges:  # expect: C01
            if self._sums[tag] > 1000:
                self._overdue[tag] = True
                dunned += 1
            if dunned == 3:
                break

    @external
    def dun_by_shelf(self) -> None:
        for shelf in range(4):
            for tag in self._pledges:  # expect: C01
                if shelf == 3:
                    break
                self._overdue[tag] = self._sums[tag] > shelf
