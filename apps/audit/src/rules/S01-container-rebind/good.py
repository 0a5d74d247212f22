from iconservice import *

TAG = 'Parking'


class Ticket:
    """Lives during one call only."""

    def __init__(self, car: str, price: int) -> None:
        self.car = car
        self.price = price


class Parking(IconScoreBase):

    @eventlog(indexed=1)
    def Parked(self, _car: str, _price: int):
        pass

    @eventlog
    def PriceChanged(self, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)
        self._parked = VarDB('parked', db, value_type=int)
        self._cars = DictDB('cars', db, value_type=bool)
        self._levels = [DictDB(f'level_{number}', db, value_type=str) for number in range(3)]
        self._make_more(db)

    def _make_more(self, db: IconScoreDatabase) -> None:
        self._closed = VarDB('closed', db, value_type=bool)  # ok: S01

    def on_install(self) -> None:
        super().on_install()
        self._price.set(5)  # ok: S01

    def on_update(self) -> None:
        super().on_update()

    @property
    def fee(self) -> int:
        return self._price.get()

    @fee.setter
    def fee(self, price: int) -> None:
        self._price.set(price)

    @external(readonly=True)
    def is_parked(self, _car: str) -> bool:
        return self._cars[_car] and not self._closed.get()

    @external(readonly=True)
    def name_of(self, _level: int, _place: int) -> str:
        if not 0 <= _level < 3:
            revert('No such level')
        return self._levels[_level][_place]

    @external
    def set_price(self, _price: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _price <= 0:
            revert('The price must be positive')
        self.fee = _price  # ok: S01
        self.PriceChanged(_price)

    @external
    def close(self, _closed: bool):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._closed.set(_closed)
        self.PriceChanged(0)

    @external
    def park(self, _car: str):
        if self._cars[_car]:
            revert('Parked already')
        self._cars[_car] = True  # ok: S01
        _parked = self._parked
        _parked.set(_parked.get() + 1)
        _parked = _parked.get()  # ok: S01
        ticket = Ticket(_car, self._price.get())
        ticket.price = ticket.price * (2 if _parked > 50 else 1)  # ok: S01
        self.Parked(ticket.car, ticket.price)
