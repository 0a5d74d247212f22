from iconservice import *
from .base.owned import Owned

TAG = 'Shop'


class Shop(Owned):  # ok: L13

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def PriceChanged(self, _price: int):
        pass

    @external(readonly=True)
    def price(self) -> int:
        return self._price.get()

    @external
    def setPrice(self, _price: int) -> None:
        self.require_owner()
        if _price <= 0:
            revert('Price must be positive')
        self._price.set(_price)
        self.PriceChanged(_price)
