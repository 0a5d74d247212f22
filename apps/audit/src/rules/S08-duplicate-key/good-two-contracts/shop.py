from iconservice import *
from .stock import Stock

TAG = 'Shop'


class Shop(Stock):
    """Reads what the base class stores: the same attribute, declared anew, is one container and not two."""

    @eventlog(indexed=1)
    def Sold(self, _item: str, _buyer: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = DictDB('count', db, value_type=int)  # ok: S08
        self._buyers = DictDB('buyers', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def buy(self, _item: str):
        if self._count[_item] < 1:
            revert('Sold out')
        self._count[_item] -= 1
        self._buyers[self.msg.sender] += 1
        self.Sold(_item, self.msg.sender)
