from iconservice import *

TAG = 'Cellar'


class Shelf:
    """What is kept of one shelf, opened by its number."""

    def __init__(self, db: IconScoreDatabase, number: int) -> None:
        self.keeper = VarDB(f'shelf_{number}_keeper', db, value_type=Address)
        self.bottles = VarDB(f'shelf_{number}_bottles', db, value_type=int)


class Cellar(IconScoreBase):
    """Bottles stand on shelves and are carried from one to another."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shelves = VarDB('shelves', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _open(self, number: int) -> Shelf:
        shelf = Shelf(self.db, number)
        if shelf.keeper.get() != self.msg.sender:
            revert(f'{TAG}: not your shelf')
        return shelf

    @external
    @payable
    def build(self) -> None:
        number = self._shelves.get() + 1
        self._shelves.set(number)
        shelf = Shelf(self.db, number)
        shelf.keeper.set(self.msg.sender)
        shelf.bottles.set(self.msg.value // 10**18)

    @external
    def carry(self, source: int, target: int, count: int) -> None:
        one, other = self._open(source), self._open(target)
        have, there = one.bottles.get(), other.bottles.get()
        if count <= 0 or count > have:
            revert(f'{TAG}: bad count')
        one.bottles.set(have - count)
        other.bottles.set(there + count)  # expect: T13

    @external
    def carryApart(self, source: int, target: int, count: int) -> None:
        if source == target:
            revert(f'{TAG}: two shelves are needed')
        one, other = self._open(source), self._open(target)
        have, there = one.bottles.get(), other.bottles.get()
        if count <= 0 or count > have:
            revert(f'{TAG}: bad count')
        one.bottles.set(have - count)
        other.bottles.set(there + count)  # ok: T13

    @external
    def carryEach(self, source: int, target: int, count: int) -> None:
        one, other = self._open(source), self._open(target)
        if count <= 0 or count > one.bottles.get():
            revert(f'{TAG}: bad count')
        one.bottles.set(one.bottles.get() - count)
        other.bottles.set(other.bottles.get() + count)  # ok: T13
