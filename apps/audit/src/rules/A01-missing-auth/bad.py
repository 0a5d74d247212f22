from iconservice import *

TAG = 'SeatSale'


class SeatSale(IconScoreBase):
    """Sells numbered seats of a theatre for ICX."""

    _PRICE = 'price'
    _CASHIER = 'cashier'
    _HOLDERS = 'holders'

    @eventlog(indexed=1)
    def CashierChanged(self, _cashier: Address):
        pass

    @eventlog(indexed=1)
    def PriceChanged(self, _price: int):
        pass

    @eventlog(indexed=2)
    def SeatSold(self, _seat: int, _holder: Address):
        pass

    @eventlog(indexed=1)
    def Collected(self, _cashier: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB(self._PRICE, db, int)
        self._cashier = VarDB(self._CASHIER, db, Address)
        self._holders = DictDB(self._HOLDERS, db, Address)

    def on_install(self, _price: int) -> None:
        super().on_install()
        if _price <= 0:
            revert('SeatSale: the price must be positive')
        self._price.set(_price)
        self._cashier.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setPrice(self, _price: int) -> None:
        if self.msg.sender != self._cashier.get():
            revert('SeatSale: only the cashier')
        if _price <= 0:
            revert('SeatSale: the price must be positive')
        self._price.set(_price)  # ok: A01
        self.PriceChanged(_price)

    @external
    def setCashier(self, _cashier: Address) -> None:
        self._cashier.set(_cashier)  # expect: A01
        self.CashierChanged(_cashier)

    @external
    @payable
    def buySeat(self, _seat: int) -> None:
        if _seat <= 0 or _seat > 400:
            revert('SeatSale: no such seat')
        if self._holders[_seat] is not None:
            revert('SeatSale: the seat is taken')
        if self.msg.value != self._price.get():
            revert('SeatSale: wrong price')
        self._holders[_seat] = self.msg.sender  # ok: A01
        self.SeatSold(_seat, self.msg.sender)

    @external
    def collect(self) -> None:
        cashier = self._cashier.get()
        amount = self.icx.get_balance(self.address)
        self.Collected(cashier, amount)
        self.icx.transfer(cashier, amount)  # ok: A01
