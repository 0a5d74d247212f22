# What is paid stands in text that a library of somebody else's takes apart.
from ast import literal_eval

from iconservice import *
from payload import Order


class Till(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def settle(self, _orders: str) -> None:
        for order in literal_eval(_orders)[:10]:
            self.icx.transfer(Address.from_string(order['to']), order['sum'])  # expect: A08

    @external
    def pay(self, _order: bytes) -> None:
        order = Order(_order)
        self.icx.transfer(order.receiver, order.total())  # expect: A08
