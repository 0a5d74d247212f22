from iconservice import *

TAG = 'TicketOffice'
FEE_RATE = 0.025
SMALLEST_PRICE = 1e18


class TicketOffice(IconScoreBase):

    @eventlog(indexed=1)
    def Sold(self, _show: int, _buyer: Address, _fee: int):
        pass

    @eventlog
    def PriceChanged(self, _show: int, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = DictDB('price', db, value_type=int)
        self._artist = DictDB('artist', db, value_type=Address)
        self._fees = VarDB('fees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def price(self, _show: int) -> int:
        return self._price[_show]

    @external
    def open_show(self, _show: int, _price: int, _artist: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner opens shows')
        if _price < SMALLEST_PRICE:  # expect: N01
            revert('Price too small')
        self._price[_show] = _price
        self._artist[_show] = _artist
        self.PriceChanged(_show, _price)

    @payable
    @external
    def buy(self, _show: int):
        if self.msg.value != self._price[_show] or self.msg.value <= 0:
            revert('Pay the exact price')
        fee = int(self.msg.value * FEE_RATE)  # expect: N01
        self._fees.set(self._fees.get() + fee)
        self.Sold(_show, self.msg.sender, fee)
        self.icx.transfer(self._artist[_show], self.msg.value - fee)

    @external
    def discount(self, _show: int):
        if self.msg.sender != self.owner:
            revert('Only the owner gives a discount')
        price = self._price[_show] * 0.9  # expect: N01
        self._price[_show] = int(price)
        self.PriceChanged(_show, int(price))

    @external
    def collect(self):
        if self.msg.sender != self.owner:
            revert('Only the owner collects')
        amount = self._fees.get()
        self._fees.set(0)
        self.PriceChanged(0, amount)
        self.icx.transfer(self.owner, amount)
