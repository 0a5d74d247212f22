from iconservice import *
from .checks import positive
from .ovens import OVENS  # expect: L15
from .orders.book import total


class Bakery(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.price = VarDB('price', db, int)

    def on_install(self, price: int) -> None:
        super().on_install()
        self.price.set(positive(price))

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def ovens(self) -> int:
        return OVENS

    @external(readonly=True)
    def total(self, count: int) -> int:
        return total(count, self.price.get())

    @external(readonly=True)
    def loaves(self, money: int) -> int:
        from .orders.book import total as price_of  # expect: L15
        return positive(money) // price_of(1, self.price.get())
