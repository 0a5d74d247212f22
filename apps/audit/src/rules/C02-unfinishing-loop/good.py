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
        self._next = DictDB('next', db, value_type=int)
        self._waiting = ArrayDB('waiting', db, value_type=Address)
        self._is_waiting = DictDB('is_waiting', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def rider(self, _seat: int) -> Address:
        return self._rider[_seat]

    @external(readonly=True)
    def digits(self, _number: int) -> int:
        count = 0
        rest = min(abs(_number), 10 ** 30)
        while rest > 0:  # ok: C02
            rest //= 10
            count += 1
        return count

    @external(readonly=True)
    def chain(self, _seat: int) -> list:
        found = []
        seat = _seat
        while seat != 0 and len(found) < SEATS:  # ok: C02
            found.append(seat)
            seat = self._next[seat]
        return found

    @external
    def ride(self):
        seat = 0
        while True:  # ok: C02
            if seat >= SEATS:
                revert('All seats are taken')
            if not self._taken[seat]:
                break
            seat += 1
        self._taken[seat] = True
        self._rider[seat] = self.msg.sender
        self.Turned(self.msg.sender, seat)

    @external
    def queue(self):
        if self._is_waiting[self.msg.sender] or len(self._waiting) >= SEATS:
            revert('Cannot wait')
        self._is_waiting[self.msg.sender] = True
        self._waiting.put(self.msg.sender)

    @external
    def call_all(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        while self._waiting:  # ok: C02
            rider = self._waiting.pop()
            self._is_waiting[rider] = False
            self.Turned(rider, 0)
