from iconservice import *

TAG = 'Library'


class Shelf:
    """What the contract mixes in."""

    def shelve(self, book: int) -> None:
        self._shelved[book] = True  # ok: L18
        self._order.append(book)  # ok: L18

    def forget(book: int) -> None:  # expect: L18
        self._shelved[book] = False


class Library(IconScoreBase, Shelf):
    MOST = 3

    @eventlog(indexed=1)
    def Borrowed(self, who: Address, book: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shelved = DictDB('shelved', db, value_type=bool)
        self._order = ArrayDB('order', db, value_type=int)
        self._count = DictDB('count', db, value_type=int)
        self._reader = VarDB('reader', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def books(self) -> list:
        if self._closed.get():  # expect: L18
            revert('closed')
        return self._order.values()  # ok: L18

    @external
    def borrow(self, book: int) -> None:
        if self._count[self.msg.sender] >= self.MOST:
            revert(f'{self.block_heigth}: no more')  # expect: L18
        if self._count.get(self.msg.sender) == 0:  # ok: L18
            self._reader.put(self.msg.sender)  # ok: L18
        self._count[self.msg.sender] += 1
        self.Borowed(self.msg.sender, book)  # expect: L18
        self.Borrowed(self.msg.sender, book)
        self.shelve(book)

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        put = lambda book: self._shelvd[book]  # expect: L18
        put(0)
        self.Borrowed(self.owner, 0)
