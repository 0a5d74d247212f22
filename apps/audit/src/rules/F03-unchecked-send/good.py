from iconservice import *

TAG = 'MarketStall'


class MarketStall(IconScoreBase):
    """Every answer of send is used; the surplus is a courtesy and says so."""

    _CREDIT = 'credit'
    _SOLD = 'sold'
    PRICE = 10 ** 18

    @eventlog(indexed=1)
    def Sold(self, _buyer: Address, _sold: int):
        pass

    @eventlog(indexed=1)
    def PaidOut(self, _seller: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._credit = DictDB(self._CREDIT, db, int)
        self._sold = VarDB(self._SOLD, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def buy(self, _seller: Address) -> None:
        surplus = self.msg.value - self.PRICE
        if surplus < 0:
            revert('MarketStall: too little')
        self._credit[_seller] += self.PRICE
        sold = self._sold.get() + 1
        self._sold.set(sold)
        self.Sold(self.msg.sender, sold)
        if surplus > 0:
            # a buyer that refuses its change has no claim to it
            _ = self.icx.send(self.msg.sender, surplus)  # ok: F03

    @external
    def cashOut(self) -> None:
        amount = self._take(self.msg.sender)
        if not self.icx.send(self.msg.sender, amount):  # ok: F03
            revert('MarketStall: cannot pay')

    @external
    def cashOutTo(self, _to: Address) -> None:
        amount = self._take(self.msg.sender)
        paid = self.icx.send(_to, amount)  # ok: F03
        if not paid:
            revert('MarketStall: cannot pay')

    def _take(self, seller: Address) -> int:
        amount = self._credit[seller]
        if amount <= 0:
            revert('MarketStall: no credit')
        self._credit[seller] = 0
        self.PaidOut(seller, amount)
        return amount

    @external(readonly=True)
    def creditOf(self, _seller: Address) -> int:
        return self._credit[_seller]
