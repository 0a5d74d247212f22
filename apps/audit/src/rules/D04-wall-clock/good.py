from iconservice import *

TAG = 'Auction'
SECOND = 10 ** 6


class Auction(IconScoreBase):

    @eventlog(indexed=1)
    def Opened(self, lot: int, until: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._time = VarDB('time', db, value_type=int)
        self._until = DictDB('until', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._time.set(self.now())  # ok: D04

    def on_update(self) -> None:
        super().on_update()

    def time(self) -> int:
        return self.now() // SECOND

    @external
    def openLot(self, _lot: int, _seconds: int) -> None:
        if self.msg.sender != self.owner:
            revert('Auction: only the owner')
        if _lot <= 0 or _seconds <= 0:
            revert('Auction: lot and seconds must be positive')
        until = self.time() + _seconds  # ok: D04
        self._until[_lot] = until
        self.Opened(_lot, until)

    @external(readonly=True)
    def isOpen(self, _lot: int) -> bool:
        return self.time() < self._until[_lot]  # ok: D04

    @external(readonly=True)
    def installedAt(self) -> int:
        time = self._time
        return time.get()  # ok: D04
