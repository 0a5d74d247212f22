from iconservice import *
from .rules.discount import reduced  # expect: L13

TAG = 'Shop'


class Shop(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)

    def on_install(self, _price: int) -> None:
        super().on_install()
        if _price <= 0:
            revert('Price must be positive')
        self._price.set(_price)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def priceFor(self, _discount: int) -> int:
        if _discount < 0 or _discount > 50:
            revert('Discount is 0 to 50')
        return reduced(self._price.get(), _discount)
