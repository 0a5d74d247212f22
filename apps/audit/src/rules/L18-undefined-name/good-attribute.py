from iconservice import *

TAG = 'Kiosk'


class Prices:
    """Uses what the contract below has."""

    def _price(self, goods: str) -> int:
        return self._prices[goods] + self.EXTRA

    def _name(self) -> str:
        return self.title


class Kiosk(IconScoreBase, Prices):
    EXTRA = 5

    if EXTRA > 3:
        title = 'dear kiosk'
    else:
        title = 'kiosk'

    class Goods:
        paper = 'paper'

    @eventlog(indexed=1)
    def Priced(self, goods: str, price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._prices = DictDB('prices', db, value_type=int)
        self.__seller, self._second = VarDB('seller', db, value_type=Address), None

    def on_install(self) -> None:
        super().on_install()
        self.__seller.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return self._name()

    @external(readonly=True)
    def paper(self) -> int:
        return self._price(self.Goods.paper)

    @external
    def set_price(self, goods: str, price: int) -> None:
        if self.msg.sender != self.__seller.get() or price <= 0:
            revert('the seller sets prices')
        if hasattr(self, 'discount'):
            price -= self.discount
        self._prices[goods] = price
        self.Priced(goods, price)
