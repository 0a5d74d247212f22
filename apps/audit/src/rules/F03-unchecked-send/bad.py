from iconservice import *

TAG = 'ParkingMeter'


class ParkingMeter(IconScoreBase):
    _CREDIT = 'credit'

    @eventlog(indexed=1)
    def Parked(self, _driver: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Refunded(self, _driver: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._credit = DictDB(self._CREDIT, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def park(self) -> None:
        if self.msg.value <= 0:
            revert('ParkingMeter: pay first')
        self._credit[self.msg.sender] += self.msg.value
        self.Parked(self.msg.sender, self.msg.value)

    @external
    def refund(self) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('ParkingMeter: no credit')
        self._credit[self.msg.sender] = 0
        self.Refunded(self.msg.sender, amount)
        self.icx.send(self.msg.sender, amount)  # expect: F03

    @external
    def refundHalf(self) -> None:
        amount = self._credit[self.msg.sender] // 2
        if amount <= 0:
            revert('ParkingMeter: no credit')
        self._credit[self.msg.sender] -= amount
        self.Refunded(self.msg.sender, amount)
        paid = self.icx.send(self.msg.sender, amount)  # expect: F03
