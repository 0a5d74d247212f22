from iconservice import *

TAG = 'Library'


class Shelf(InterfaceScore):
    @interface
    def size(self):  # ok: L09
        pass


class Library(IconScoreBase):

    @eventlog(indexed=1)
    def Lent(self, book: int, reader: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._reader = DictDB('reader', db, value_type=Address)
        self._shelf = VarDB('shelf', db, value_type=Address)

    def on_install(self, _shelf: Address):
        super().on_install()
        self._shelf.set(_shelf)

    def on_update(self):
        super().on_update()

    @property
    def shelf(self):  # ok: L09
        return self.create_interface_score(self._shelf.get(), Shelf)

    def _is_lent(self, book: int):  # ok: L09
        return self._reader[book] is not None

    @external
    def lend(self, _book: int, _reader: Address):  # ok: L09
        if self.msg.sender != self.owner:
            revert('Library: only the owner')
        if _book <= 0 or self._is_lent(_book):
            revert('Library: no such book, or lent')
        self._reader[_book] = _reader
        self.Lent(_book, _reader)

    @external(readonly=False)
    def bringBack(self, _book: int):  # ok: L09
        if self._reader[_book] != self.msg.sender:
            revert('Library: not yours')
        del self._reader[_book]

    @external(readonly=True)
    def readerOf(self, _book: int) -> Address:  # ok: L09
        return self._reader[_book]

    @external(readonly=True)
    def size(self) -> int:
        return self.shelf.size()
