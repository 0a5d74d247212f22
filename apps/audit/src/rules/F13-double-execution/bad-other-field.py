from iconservice import *

TAG = 'StallMarket'


class Field:
    SELLER = 'seller'
    PRICE = 'price'
    PHASE = 'phase'
    STATE = 'state'


class StallMarket(IconScoreBase):
    """All fields of an order are kept in one dictionary."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._orders = DictDB('orders', db, value_type=str)
        self._orders_made = VarDB('orders_made', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _get(self, order: int, field: str) -> str:
        return self._orders[f'{order}/{field}']

    def _put(self, order: int, field: str, value: str) -> None:
        self._orders[f'{order}/{field}'] = value

    @external
    @payable
    def order(self, seller: Address) -> None:
        order = self._orders_made.get() + 1
        self._orders_made.set(order)
        self._put(order, Field.SELLER, str(seller))
        self._put(order, Field.PRICE, str(self.msg.value))
        self._put(order, Field.PHASE, 'sent')

    @external
    def collect(self, order: int) -> None:
        if self._get(order, Field.SELLER) != str(self.msg.sender):
            revert(f'{TAG}: not your order')
        if self._get(order, Field.PHASE) != 'sent':
            revert(f'{TAG}: nothing to collect')
        self._put(order, Field.STATE, 'paid')
        self.icx.transfer(self.msg.sender, int(self._get(order, Field.PRICE)))  # expect: F13

    @external
    def collect_sent(self, order: int) -> None:
        if self._get(order, Field.SELLER) != str(self.msg.sender):
            revert(f'{TAG}: not your order')
        if self._get(order, Field.PHASE) != 'sent':
            revert(f'{TAG}: nothing to collect')
        self._put(order, Field.PHASE, 'paid')
        self.icx.transfer(self.msg.sender, int(self._get(order, Field.PRICE)))  # ok: F13

    @external
    def collect_rest(self, order: int) -> None:
        if self._get(order, Field.SELLER) != str(self.msg.sender):
            revert(f'{TAG}: not your order')
        price = int(self._get(order, Field.PRICE))
        self._put(order, Field.PRICE, '0')
        self.icx.transfer(self.msg.sender, price)  # ok: F13

    @external
    def collect_last(self, order: int) -> None:
        if self._get(order, Field.SELLER) != str(self.msg.sender):
            revert(f'{TAG}: not your order')
        price = int(self._get(order, Field.PRICE))
        for field in (Field.SELLER, Field.PRICE, Field.PHASE):
            self._put(order, field, '')
        self.icx.transfer(self.msg.sender, price)  # ok: F13
