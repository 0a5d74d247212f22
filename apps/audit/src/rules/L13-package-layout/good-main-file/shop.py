from iconservice import *

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

    @eventlog(indexed=1)
    def Bought(self, _who: Address, _price: int):
        pass

    @external(readonly=True)
    def price(self) -> int:
        return self._price.get()

    @external
    @payable
    def buy(self) -> None:
        if self.msg.value != self._price.get():
            revert('Pay the exact price')
        self.Bought(self.msg.sender, self.msg.value)
        self.icx.transfer(self.owner, self.msg.value)
