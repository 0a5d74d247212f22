from iconservice import *

TAG = 'Stalls'


class Stalls(IconScoreBase):

    @eventlog(indexed=2)
    def Sold(self, stall: int, buyer: Address):
        pass

    @eventlog(indexed=1)
    def Opened(self, stall: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = DictDB('keeper', db, value_type=Address)
        self._deputy = DictDB('deputy', db, value_type=Address)
        self._price = DictDB('price', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def open_stall(self, stall: int) -> None:
        if self.msg.sender != self.owner or self._keeper[stall] is not None:
            revert('Not yours')
        self._keeper[stall] = self.msg.sender  # ok: A01
        self.Opened(stall)

    @external
    def appoint(self, stall: int, deputy: Address) -> None:
        if self.msg.sender != self._keeper[stall]:
            revert('Not yours')
        self._deputy[stall] = deputy  # ok: A01

    @external
    def offer(self, stall: int, price: int) -> None:
        if self.msg.sender not in (self._keeper[stall], self._deputy[stall]):
            revert('Not yours')
        self._price[stall] = price

    @payable
    @external
    def take_over(self, stall: int) -> None:
        price = self._price[stall]
        if price <= 0 or self.msg.value != price:
            revert('Not for sale')
        before = self._keeper[stall]
        self._price[stall] = 0
        del self._deputy[stall]  # ok: A01
        self._keeper[stall] = self.msg.sender  # ok: A01
        self.Sold(stall, self.msg.sender)
        self.icx.transfer(before, self.msg.value)

    @external(readonly=True)
    def keeper(self, stall: int) -> Address:
        return self._keeper[stall]
