from iconservice import *

TAG = 'SeatSale'


class SeatSale(IconScoreBase):
    """Sells numbered seats; every seat is reserved once."""

    @eventlog(indexed=1)
    def SaleClosed(self, _by: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._closed = VarDB('closed', db, value_type=bool)
        self._seats = DictDB('seats', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._closed.set(False)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def isClosed(self) -> bool:
        return self._closed.get()
        # the sale also counts as closed when every seat is gone
        return self._seats[100] is not None  # expect: Q05

    @external
    def reserve(self, _seat: int) -> None:
        if self._closed.get():
            revert('SeatSale: the sale is closed')
        if _seat < 1 or _seat > 100:
            revert('SeatSale: no such seat')
        if self._seats[_seat] is not None:
            revert('SeatSale: the seat is taken')
            self._seats[_seat] = self.msg.sender  # expect: Q05

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            raise IconScoreException('SeatSale: owner only')
        if self._closed.get():
            revert('SeatSale: closed before')
        else:
            self._closed.set(True)
            self.SaleClosed(self.msg.sender)
            return
        self._seats.remove(0)  # expect: Q05
