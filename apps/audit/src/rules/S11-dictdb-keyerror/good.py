from iconservice import *

TAG = 'Catalog'
SIZES = {'small': 1, 'large': 3}


class Catalog(IconScoreBase):

    @eventlog(indexed=1)
    def Listed(self, _item: str, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = DictDB('price', db, value_type=int)
        self._items = ArrayDB('items', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def price(self, _item: str) -> int:
        price = self._price[_item]  # ok: S11
        return price if price > 0 else -1

    @external(readonly=True)
    def item(self, _place: int) -> str:
        try:
            return self._items[_place]
        except IndexError:  # ok: S11
            revert('No such item')

    @external(readonly=True)
    def price_in(self, _item: str, _size: str) -> int:
        try:
            return self._price[_item] * SIZES[_size]
        except KeyError:  # ok: S11
            revert('No such size')

    @external
    def list_items(self, _items: str):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        entry = json_loads(_items)
        try:
            item = str(entry['item'])
            price = int(entry['price'])
        except KeyError:  # ok: S11
            revert('item and price are needed')
        if price <= 0 or self._price[item] != 0:
            revert('Cannot be listed')
        self._items.put(item)
        self._price[item] = price
        self.Listed(item, price)
