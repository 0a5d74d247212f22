from iconservice import *

TAG = 'TicketOffice'


class Oracle(InterfaceScore):
    @interface
    def priceOf(self, _event: int) -> int:
        pass


class TicketOffice(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._oracle = VarDB('oracle', db, value_type=Address)
        self._sold = DictDB('sold', db, value_type=Address)

    def on_install(self, _oracle: Address) -> None:
        super().on_install()
        self._oracle.set(_oracle)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Refused(self, _buyer: Address, _seat: int):
        pass

    @eventlog(indexed=1)
    def Sold(self, _buyer: Address, _seat: int):
        pass

    @external(readonly=True)
    def holderOf(self, _seat: int) -> Address:
        return self._sold[_seat]

    @external
    @payable
    def buy(self, _seat: int) -> None:
        if self._sold[_seat] is not None:
            self.Refused(self.msg.sender, _seat)  # expect: T09
            revert('The seat is taken')
        price = self._priceOf(_seat)
        if price <= 0 or self.msg.value != price:
            revert('Pay the exact price')
        self._sold[_seat] = self.msg.sender
        self.Sold(self.msg.sender, _seat)
        self.icx.transfer(self.owner, self.msg.value)

    def _priceOf(self, _seat: int) -> int:
        price = 0
        try:
            price = self.create_interface_score(self._oracle.get(), Oracle).priceOf(_seat)
        except IconScoreException:
            self.Refused(self.msg.sender, _seat)  # expect: T09
            revert('No price')
        return price
