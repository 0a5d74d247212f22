from iconservice import *

TAG = 'Shelf'
BATCH = 20


class Shelf(IconScoreBase):
    """Functions that call themselves a few times, whatever is stored."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._books = ArrayDB('books', db, value_type=str)
        self._seen = DictDB('seen', db, value_type=int)
        self._cursor = VarDB('cursor', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Checked(self, upto: int):
        pass

    def _must_be_librarian(self) -> None:
        if self.msg.sender != self.owner:
            revert('librarian only')

    @external
    def put(self, title: str) -> None:
        self._must_be_librarian()
        if len(title) > 80:
            revert('too long')
        self._books.put(title)
        self.Checked(len(self._books))

    def _check(self, place: int, end: int) -> None:
        if place >= end:
            return
        self._seen[place] = self.block_height
        self._check(place + 1, end)  # ok: C01

    @external
    def check(self) -> None:
        self._must_be_librarian()
        start = self._cursor.get()
        end = min(start + BATCH, len(self._books))
        self._check(start, end)
        self._cursor.set(end)
        self.Checked(end)

    def _find(self, title: str, low: int, high: int) -> int:
        if low >= high:
            return low
        middle = (low + high) // 2
        if self._books[middle] < title:
            return self._find(title, middle + 1, high)  # ok: C01
        return self._find(title, low, middle)  # ok: C01

    @external(readonly=True)
    def place_of(self, title: str) -> int:
        return self._find(title, 0, len(self._books))

    def _look(self, place: int, again: bool) -> int:
        if again and self._seen[place] == 0:
            return self._look(place + 1, False)  # ok: C01
        return self._seen[place]

    @external(readonly=True)
    def seen(self, place: int) -> int:
        return self._look(place, True)

    def _mark(self, left: int) -> None:
        if left <= 0:
            return
        self._seen[left] = 1
        self._mark(left - 1)  # ok: C01

    @external
    def mark(self, count: int) -> None:
        self._must_be_librarian()
        if count > BATCH:
            revert('too many')
        self._mark(count)
        self.Checked(count)
