from iconservice import *


def only_owner(func):
    @wraps(func)
    def wrapper(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('Prices: owner only')
        return func(self, *args, **kwargs)  # ok: Q08
    return wrapper


class Prices(IconScoreBase):

    @eventlog(indexed=1)
    def Priced(self, _article: int, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._prices = DictDB('prices', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def price(self, _article: int) -> int:
        return self._prices[_article]

    @external(readonly=True)
    def last(self) -> int:
        return self._last.get()

    @external
    @only_owner
    def setPrice(self, _article: int, _price: int) -> None:
        if _price <= 0:
            revert('Prices: the price must be positive')

        def rounded(_value: int) -> int:
            return _value - _value % 100  # ok: Q08

        self._prices[_article] = rounded(_price) if _price > 1000 else _price
        self._last.set(_article)
        self.Priced(_article, _price)
        return None  # ok: Q08
