from iconservice import *

TAG = 'BookFair'


class BookFair(IconScoreBase):
    _CREDIT = 'credit'
    _PAYMENTS = 'payments'

    @eventlog(indexed=1)
    def PaidOut(self, _publisher: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Sold(self, _publisher: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._credit = DictDB(self._CREDIT, db, int)
        self._payments = VarDB(self._PAYMENTS, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def buyFrom(self, _publisher: Address) -> None:
        if self.msg.value <= 0:
            revert('BookFair: nothing paid')
        self._credit[_publisher] += self.msg.value
        self.Sold(_publisher, self.msg.value)

    @external
    def cashOut(self) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('BookFair: no credit')
        self._credit[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)  # expect: F02
        self.PaidOut(self.msg.sender, amount)

    @external(readonly=True)
    def creditOf(self, _publisher: Address) -> int:
        return self._credit[_publisher]
