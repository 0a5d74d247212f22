from iconservice import *

TAG = 'Carousel'
SEATS = 8


class Carousel(IconScoreBase):

    @eventlog(indexed=1)
    def Turned(self, _rider: Address, _seat: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rider = DictDB('rider', db, value_type=Address)
        self._taken = DictDB('taken', db, value_type=bool)
        self._start = VarDB('start', db, value_type=int)
        self._ready = VarDB('ready', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def rider(self, _seat: int) -> Address:
        return self._rider[_seat]

    @external
    def ride(self):
        seat = self._start.get()
        while True:  # expect: C02
            if not self._taken[seat]:
                self._taken[seat] = True
                self._rider[seat] = self.msg.sender
                self.Turned(self.msg.sender, seat)
            seat = (seat + 1) % SEATS

    @external
    def wait(self):
        ready = self._ready.get()
        while not ready:  # expect: C02
            seat = self._start.get()
            self._taken[seat] = False
        self.Turned(self.msg.sender, 0)

    @external
    def skip(self, _from: int, _to: int):
        if not 0 <= _from < _to < SEATS:
            revert('No such seats')
        seat = _from
        while seat != _to:  # expect: C02
            self._taken[seat] = False
            seat += 2
        self._start.set(seat)
