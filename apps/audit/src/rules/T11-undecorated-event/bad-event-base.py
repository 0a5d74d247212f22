from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert


class LibraryEvents(IconScoreBase):
    """All that the library tells."""

    @eventlog(indexed=1)
    def BookAdded(self, book: int, shelf: int):
        ...

    def BookLent(self, book: int, reader: Address):  # expect: T11
        """A reader takes a book home."""

    def BookReturned(self, book: int, reader: Address) -> None:  # expect: T11
        ...


class Library(LibraryEvents):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.shelf = DictDB('shelf', db, int)
        self.reader = DictDB('reader', db, Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def shelf_of(self, book: int) -> int:
        return self.shelf[book]

    @external
    def add(self, book: int, shelf: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the librarian')
        self.shelf[book] = shelf
        self.BookAdded(book, shelf)

    @external
    def lend(self, book: int) -> None:
        if self.shelf[book] == 0 or self.reader[book] is not None:
            revert('not on the shelf')
        self.reader[book] = self.msg.sender
        self.BookLent(book, self.msg.sender)

    @external
    def give_back(self, book: int) -> None:
        if self.msg.sender != self.reader[book]:
            revert('you do not have it')
        del self.reader[book]
        tell = self.BookReturned
        tell(book, self.msg.sender)
