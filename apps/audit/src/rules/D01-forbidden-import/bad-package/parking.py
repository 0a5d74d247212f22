from iconservice import *

from helpers.money import hours_to_loop  # expect: D01


class Parking(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._until = DictDB('until', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Parked(self, driver: Address, until: int):
        pass

    @payable
    @external
    def park(self, _hours: int) -> None:
        if _hours <= 0 or _hours > 24:
            revert('Parking: 1 to 24 hours')
        if self.msg.value != hours_to_loop(_hours):
            revert('Parking: send the exact price')
        until = self.now() + _hours * 3600 * 10 ** 6
        self._until[self.msg.sender] = until
        self.icx.transfer(self.owner, self.msg.value)
        self.Parked(self.msg.sender, until)

    @external(readonly=True)
    def parkedUntil(self, _driver: Address) -> int:
        return self._until[_driver]
