from iconservice import *

TAG = 'TicketOffice'
VERSION = '1.0.2'
EXA = 10 ** 18
FEE_POINTS = 25
SMALLEST_PRICE = 15 * EXA // 10


class TicketOffice(IconScoreBase):
    """
    Fees are 2.5 % (0.025 of the price), rounded down: price * 25 / 1000.
    """

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
        self._round = VarDB('round', db, value_type=int)
        self._fees = VarDB('fees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def price(self, _show: int) -> int:
        return self._price[_show]

    @external(readonly=True)
    def round(self) -> int:
        return self._round.get()  # ok: N01

    @external(readonly=True)
    def version(self) -> str:
        return VERSION

    @external
    def open_show(self, _show: int, _price: int, _artist: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner opens shows')
        if _price < SMALLEST_PRICE:  # ok: N01
            revert('The price is below 1.5 ICX')
        self._price[_show] = _price
        self._artist[_show] = _artist
        self._round.set(self.round() + 1)  # ok: N01
        self.PriceChanged(_show, _price)

    @payable
    @external
    def buy(self, _show: int):
        if self.msg.value != self._price[_show] or self.msg.value <= 0:
            revert('Pay the exact price')
        fee, _ = divmod(self.msg.value * FEE_POINTS, 1000)  # ok: N01
        self._fees.set(self._fees.get() + fee)
        self.Sold(_show, self.msg.sender, fee)
        self.icx.transfer(self._artist[_show], self.msg.value - fee)

    @external
    def discount(self, _show: int):
        if self.msg.sender != self.owner:
            revert('Only the owner gives a discount')
        price = self._price[_show] * 9 // 10  # ok: N01
        self._price[_show] = price
        self.PriceChanged(_show, price)

    @external
    def collect(self):
        if self.msg.sender != self.owner:
            revert('Only the owner collects')
        amount = self._fees.get()
        self._fees.set(0)
        self.PriceChanged(0, amount)
        self.icx.transfer(self.owner, amount)
