from iconservice import *

TAG = 'Cinema'

# In tenths of the price of one seat.
PRICES = {'front': [8, 12], 'balcony': [20, 25]}
WEEK = 7


class Cinema(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seat = VarDB('seat', db, value_type=int)
        self._due = DictDB('due', db, value_type=int)

    def on_install(self, _seat: int) -> None:
        super().on_install()
        self._seat.set(_seat)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def due(self, _who: Address) -> int:
        return self._due[_who]

    @external
    def front(self) -> None:
        seat = self._seat.get()
        self._due[self.msg.sender] += seat * (PRICES['front'][1] // 10)  # expect: N04

    @external
    def balcony(self, _late: bool) -> None:
        seat = self._seat.get()
        row = [20, 25]
        if _late:
            self._due[self.msg.sender] += (row[1] // 10) * seat  # expect: N04
        else:
            self._due[self.msg.sender] += (row[0] // 10) * seat  # ok: N04

    @external
    def season(self) -> None:
        weeks = 365 // WEEK
        self._due[self.msg.sender] += weeks * self._seat.get()  # ok: N04
