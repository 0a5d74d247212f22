from datetime import datetime

from iconservice import *

TAG = 'EarlyBird'


class EarlyBird(IconScoreBase):
    """Seats are cheaper before the deadline."""

    @eventlog(indexed=1)
    def SeatTaken(self, guest: Address, price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deadline = VarDB('deadline', db, value_type=int)
        self._taken = DictDB('taken', db, value_type=bool)

    def on_install(self, _days: int) -> None:
        super().on_install()
        if _days <= 0:
            revert('EarlyBird: days must be positive')
        self._deadline.set(int(datetime.now().timestamp()) + _days * 86400)  # expect: D04

    def on_update(self) -> None:
        super().on_update()

    def _price(self) -> int:
        if datetime.utcnow().timestamp() < self._deadline.get():  # expect: D04
            return 5 * 10 ** 18
        return 8 * 10 ** 18

    @payable
    @external
    def takeSeat(self) -> None:
        price = self._price()
        if self.msg.value != price:
            revert('EarlyBird: send the exact price')
        if self._taken[self.msg.sender]:
            revert('EarlyBird: one seat each')
        self._taken[self.msg.sender] = True
        self.icx.transfer(self.owner, price)
        self.SeatTaken(self.msg.sender, price)
