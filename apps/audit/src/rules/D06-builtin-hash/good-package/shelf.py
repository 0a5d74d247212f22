from iconservice import *

from .digest import hash, id

SHELVES = 16


class Shelf(IconScoreBase):
    """`hash` and `id` are functions of this package and take the place of the builtins."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._books = DictDB('books', db, value_type=int)
        self._label = DictDB('label', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def put(self, _title: str) -> None:
        if len(_title) == 0 or len(_title) > 80:
            revert('Shelf: 1 to 80 characters')
        shelf = hash(_title) % SHELVES  # ok: D06
        self._books[shelf] += 1
        self._label[self.msg.sender] = id(self.msg.sender, shelf)  # ok: D06

    @external(readonly=True)
    def labelOf(self, _account: Address) -> str:
        return self._label[_account]

    @external(readonly=True)
    def booksOn(self, _shelf: int) -> int:
        return self._books[_shelf]
