from iconservice import *

TAG = 'Hotel'
KEY_PRICE = 'price'


class Hotel(IconScoreBase):

    @eventlog(indexed=1)
    def Booked(self, _guest: Address, _nights: int):
        pass

    @eventlog
    def PriceChanged(self, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB(KEY_PRICE, db, value_type=int)
        self._deposit = VarDB('price', db, value_type=int)  # expect: S08
        self._nights = DictDB('nights', db, value_type=int)
        self._paid = DictDB('nights', db, value_type=int)  # expect: S08

    def on_install(self) -> None:
        super().on_install()
        self._price.set(100)
        self._deposit.set(20)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def price(self) -> int:
        return self._price.get()

    @external
    def set_price(self, _price: int, _deposit: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _price <= 0 or _deposit <= 0:
            revert('Must be positive')
        self._price.set(_price)
        self._deposit.set(_deposit)
        self.PriceChanged(_price)

    @external
    def book(self, _nights: int):
        if not 0 < _nights < 30:
            revert('1 to 29 nights')
        self._nights[self.msg.sender] += _nights
        self._paid[self.msg.sender] += self._deposit.get()
        self.Booked(self.msg.sender, _nights)
