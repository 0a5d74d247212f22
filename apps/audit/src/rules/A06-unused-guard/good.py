from iconservice import *

TAG = 'ChoirBook'


def conductor_only(func):
    @wraps(func)
    def __wrapper(self: object, *args, **kwargs):
        self._only_conductor()
        return func(self, *args, **kwargs)

    return __wrapper


class Roles(IconScoreBase):
    """Guards that only a decorator, another guard or a subclass uses."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._conductor = VarDB('conductor', db, Address)
        self._librarian = VarDB('librarian', db, Address)

    def on_install(self) -> None:
        super().on_install()
        self._conductor.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    def _check(self, account: Address) -> None:  # ok: A06
        if self.msg.sender != account:
            revert('ChoirBook: not allowed')

    def _only_conductor(self) -> None:  # ok: A06
        self._check(self._conductor.get())

    def _only_librarian(self) -> None:  # ok: A06
        self._check(self._librarian.get())


class ChoirBook(Roles):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pages = DictDB('pages', db, int)

    @eventlog(indexed=1)
    def LibrarianNamed(self, librarian: Address):
        pass

    @eventlog(indexed=1)
    def SongAdded(self, song: int, pages: int):
        pass

    @external
    @conductor_only
    def name_librarian(self, librarian: Address) -> None:
        self._librarian.set(librarian)
        self.LibrarianNamed(librarian)

    @external
    def add_song(self, song: int, pages: int) -> None:
        self._only_librarian()
        if song <= 0 or pages <= 0:
            revert('ChoirBook: bad song')
        self._pages[song] = pages
        self.SongAdded(song, pages)

    @external(readonly=True)
    def pages_of(self, song: int) -> int:
        return self._pages[song]
