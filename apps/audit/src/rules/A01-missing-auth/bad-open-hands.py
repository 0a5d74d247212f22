from iconservice import *

TAG = 'BookSwap'


class BookSwap(IconScoreBase):
    """A reading circle: points for lent books, and a waiting list."""

    _POINTS = 'points'
    _WAITING = 'waiting'
    _SHELF = 'shelf'

    @eventlog(indexed=1)
    def Spent(self, _reader: Address, _points: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._points = DictDB(self._POINTS, db, value_type=int)
        self._waiting = ArrayDB(self._WAITING, db, value_type=Address)
        self._shelf = VarDB(self._SHELF, db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def welcome(self) -> None:
        self._points[self.msg.sender] += 50  # expect: A01

    @external
    def spend(self, _amount: int) -> None:
        if not 0 < _amount <= self._points[self.msg.sender]:
            revert('not that many points')
        self._points[self.msg.sender] -= _amount
        self.Spent(self.msg.sender, _amount)

    @external
    def wait(self) -> None:
        self._waiting.put(self.msg.sender)

    @external
    def sendAllHome(self) -> None:
        while len(self._waiting) > 0:
            self._waiting.pop()  # expect: A01

    @external
    def setShelf(self, _shelf: int) -> None:
        self._shelf.set(_shelf)  # expect: A01

    @external
    @payable
    def lend(self) -> None:
        if self.msg.value < self._shelf.get():
            revert('too little')
        self._points[self.msg.sender] += 1  # ok: A01
