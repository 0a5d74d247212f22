from iconservice import *

TAG = 'FleaMarket'


class FleaMarket(IconScoreBase):
    """Every payment is of a price that was asked for: what was paid above one stays for ever."""

    @eventlog(indexed=1)
    def Sold(self, _stall: int, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = DictDB('price', db, value_type=int)
        self._trader = DictDB('trader', db, value_type=Address)
        self._credit = DictDB('credit', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def offer(self, _stall: int, _price: int) -> None:
        if _price <= 0 or self._trader[_stall] is not None:
            revert('FleaMarket: not possible')
        self._trader[_stall] = self.msg.sender
        self._price[_stall] = _price

    @payable
    @external
    def buy(self, _stall: int) -> None:  # expect: F08
        price = self._price[_stall]
        if price == 0 or self.msg.value < price:
            revert('FleaMarket: not enough')
        self._price[_stall] = 0
        self.icx.transfer(self._trader[_stall], price)
        self.Sold(_stall, price)

    @payable
    @external
    def haggle(self, _stall: int) -> None:
        price = self._price[_stall]
        if price == 0 or price > self.msg.value:
            revert('FleaMarket: not enough')
        change = self.msg.value - price  # expect: F08
        self._price[_stall] = 0
        self.icx.transfer(self._trader[_stall], price)
        self.Sold(_stall, price)

    @payable
    @external
    def buyExactly(self, _stall: int) -> None:  # ok: F08
        price = self._price[_stall]
        if price == 0 or self.msg.value != price:
            revert('FleaMarket: the price exactly')
        self._price[_stall] = 0
        self.icx.transfer(self._trader[_stall], price)
        self.Sold(_stall, price)

    @payable
    @external
    def buyWithChange(self, _stall: int) -> None:  # ok: F08
        price = self._price[_stall]
        if price == 0 or self.msg.value < price:
            revert('FleaMarket: not enough')
        self._price[_stall] = 0
        self.icx.transfer(self._trader[_stall], price)
        self.icx.transfer(self.msg.sender, self.msg.value - price)
        self.Sold(_stall, price)

    @payable
    @external
    def buyOnCredit(self, _stall: int) -> None:  # ok: F08
        price = self._price[_stall]
        if price == 0 or self.msg.value < price:
            revert('FleaMarket: not enough')
        self._price[_stall] = 0
        self._credit[self.msg.sender] += self.msg.value - price
        self.icx.transfer(self._trader[_stall], price)
        self.Sold(_stall, price)

    @external
    def takeCredit(self) -> None:
        credit = self._credit[self.msg.sender]
        if credit <= 0:
            revert('FleaMarket: nothing is left')
        self._credit[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, credit)
