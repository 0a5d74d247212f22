from iconservice import *

TAG = 'Library'


class Library(IconScoreBase):

    @eventlog(indexed=1)
    def Lent(self, book: int, reader: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._reader = DictDB('reader', db, value_type=Address)
        self._lent = VarDB('lent', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def lend(self, _book: int, _reader: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Library: only the owner')
        if _book <= 0 or self._reader[_book] is not None:
            revert('Library: no such book, or lent')
        self._reader[_book] = _reader
        self._lent.set(self._lent.get() + 1)
        self.Lent(_book, _reader)

    @external(readonly=True)
    def readerOf(self, _book: int):  # expect: L09
        return self._reader[_book]

    @external(readonly=True)
    def lent(self):  # expect: L09
        return self._lent.get()
