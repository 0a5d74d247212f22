from iconservice import *

TAG = 'Parking'


class Parking(IconScoreBase):

    @eventlog(indexed=1)
    def Parked(self, _car: str):
        pass

    @eventlog
    def PriceChanged(self, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)
        self._parked = VarDB('parked', db, value_type=int)
        self._cars = DictDB('cars', db, value_type=bool)
        self._lots = ArrayDB('lots', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._price = 5  # expect: S01

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def is_parked(self, _car: str) -> bool:
        return self._cars[_car]

    @external
    def set_price(self, _price: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _price <= 0:
            revert('The price must be positive')
        self._price = _price  # expect: S01
        self.PriceChanged(_price)

    @external
    def park(self, _car: str):
        if self._cars[_car]:
            revert('Parked already')
        self._cars[_car] = True
        self._parked += 1  # expect: S01
        self.Parked(_car)

    @external
    def close(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._cars = {}  # expect: S01
        self._lots = []  # expect: S01
        self.PriceChanged(0)
