from iconservice import *

TAG = 'Catalog'


class Catalog(IconScoreBase):

    @eventlog(indexed=1)
    def Listed(self, _item: str, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = DictDB('price', db, value_type=int)
        self._stock = DictDB('stock', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def price(self, _item: str) -> int:
        try:
            return self._price[_item]
        except KeyError:  # expect: S11
            return -1

    @external(readonly=True)
    def stock(self, _shop: Address, _item: str) -> int:
        try:
            amount = self._stock[_shop][_item]
        except (KeyError, IndexError):  # expect: S11
            revert('Unknown item')
        return amount

    @external
    def list_item(self, _item: str, _price: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _price <= 0:
            revert('The price must be positive')
        self._price[_item] = _price
        self.Listed(_item, _price)
