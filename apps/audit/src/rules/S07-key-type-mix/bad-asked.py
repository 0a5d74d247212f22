from iconservice import *

TAG = 'Library'


class Library(IconScoreBase):
    """Who has borrowed how many books, and which shelf they stand on."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._borrowed = DictDB('borrowed', db, value_type=int)
        self._card = DictDB('card', db, value_type=str)
        self._shelf = DictDB('shelf', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Borrowed(self, reader: Address, book: int):
        pass

    @external
    def borrow(self, book: int, card: str) -> None:
        if len(self._shelf[book]) == 0 or len(card) > 20:
            revert('no such book')
        reader = self.msg.sender
        self._borrowed[reader] = self._borrowed[reader] + 1
        self._card[reader.__str__()] = card  # ok: S07
        self.Borrowed(reader, book)

    @external
    def place(self, book: int, shelf: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the librarian')
        self._shelf[book] = shelf
        self.Borrowed(self.msg.sender, book)

    @external(readonly=True)
    def borrowed_by(self, reader: Address) -> int:
        return self._borrowed[reader.__str__()]  # expect: S07

    @external(readonly=True)
    def card_of(self, reader: Address) -> str:
        return self._card[reader.__str__()]  # ok: S07

    @external(readonly=True)
    def shelf_of(self, book: int) -> str:
        return self._shelf[book.__repr__()]  # expect: S07
