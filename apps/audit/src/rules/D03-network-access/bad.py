import requests

from iconservice import *

TAG = 'PriceFeed'
SOURCE = 'https://example.com/icx-usd'


class PriceFeed(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)
        self._at = VarDB('at', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def PriceUpdated(self, price: int, at: int):
        pass

    @external
    def refresh(self) -> None:
        answer = requests.get(SOURCE, timeout=2)  # expect: D03
        price = json_loads(answer.text)['price']
        if price <= 0:
            revert('PriceFeed: no price')
        self._price.set(price)
        self._at.set(self.now())
        self.PriceUpdated(price, self.now())

    @external(readonly=True)
    def price(self) -> int:
        return self._price.get()
