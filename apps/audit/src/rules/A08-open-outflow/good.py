from iconservice import *

TAG = 'HouseEscrow'


class HouseEscrow(IconScoreBase):
    """Everybody may call; what goes out belongs to the receiver, or goes to a fixed place."""

    _SELLER = 'seller'
    _BUYER = 'buyer'
    _PRICE = 'price'
    _STATE = 'state'
    _CREDIT = 'credit'
    _NOTARY = 'notary'
    _NOTARY_FEE = 'notary_fee'

    OPEN = 1
    DONE = 2

    @eventlog(indexed=2)
    def Opened(self, _id: int, _seller: Address, _price: int):
        pass

    @eventlog(indexed=2)
    def Paid(self, _to: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Forwarded(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seller = DictDB(self._SELLER, db, Address)
        self._buyer = DictDB(self._BUYER, db, Address)
        self._price = DictDB(self._PRICE, db, int)
        self._state = DictDB(self._STATE, db, int)
        self._credit = DictDB(self._CREDIT, db, int)
        self._notary = VarDB(self._NOTARY, db, Address)
        self._notary_fee = VarDB(self._NOTARY_FEE, db, int)

    def on_install(self, _notary: Address) -> None:
        super().on_install()
        self._notary.set(_notary)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def open(self, _id: int, _seller: Address) -> None:
        if self._state[_id] != 0:
            revert('HouseEscrow: number in use')
        if self.msg.value <= 1000:
            revert('HouseEscrow: pay the price')
        fee = self.msg.value // 1000
        self._seller[_id] = _seller
        self._buyer[_id] = self.msg.sender  # ok: A01
        self._price[_id] = self.msg.value - fee
        self._state[_id] = self.OPEN
        self._notary_fee.set(self._notary_fee.get() + fee)
        self.Opened(_id, _seller, self.msg.value - fee)

    @external
    def release(self, _id: int) -> None:
        if self.msg.sender != self._buyer[_id]:
            revert('HouseEscrow: only the buyer')
        if self._state[_id] != self.OPEN:
            revert('HouseEscrow: not open')
        self._state[_id] = self.DONE
        self._credit[self._seller[_id]] += self._price[_id]
        self.Paid(self._seller[_id], self._price[_id])

    @external
    def take(self, _to: Address) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('HouseEscrow: no credit')
        self._credit[self.msg.sender] = 0
        self.Paid(_to, amount)
        self.icx.transfer(_to, amount)  # ok: A08

    @external
    def payNotary(self) -> None:
        amount = self._notary_fee.get()
        if amount <= 0:
            revert('HouseEscrow: nothing to pay')
        self._notary_fee.set(0)
        self.Paid(self._notary.get(), amount)
        self.icx.transfer(self._notary.get(), amount)  # ok: A08

    @external
    @payable
    def forward(self, _to: Address) -> None:
        if self.msg.value <= 0:
            revert('HouseEscrow: nothing to forward')
        self.Forwarded(_to, self.msg.value)
        self.icx.transfer(_to, self.msg.value)  # ok: A08

    @external(readonly=True)
    def creditOf(self, _account: Address) -> int:
        return self._credit[_account]
