from iconservice import *

TAG = 'Harbour'


class Harbour(IconScoreBase):
    """The unit and the pilot came with version 2: contracts installed from this code never get them."""

    @eventlog(indexed=1)
    def Moored(self, _ship: Address, _days: int):
        pass

    @eventlog
    def FeesTaken(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._unit = VarDB('unit', db, value_type=int)
        self._pilot = VarDB('pilot', db, value_type=Address)
        self._days = DictDB('days', db, value_type=int)
        self._fees = VarDB('fees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()
        if self._unit.get() == 0:
            self._unit.set(10 ** 18)  # expect: S10
        if self._pilot.get() is None:
            self._pilot.set(self.owner)  # expect: S10

    @external(readonly=True)
    def days_of(self, _ship: Address) -> int:
        return self._days[_ship]

    @payable
    @external
    def moor(self):
        days = self.msg.value // self._unit.get()
        if days < 1:
            revert('Pay for one day at least')
        self._days[self.msg.sender] += days
        self._fees.set(self._fees.get() + self.msg.value)
        self.Moored(self.msg.sender, days)

    @external
    def take_fees(self):
        if self.msg.sender != self._pilot.get():
            revert('Only the pilot')
        amount = self._fees.get()
        self._fees.set(0)
        self.FeesTaken(amount)
        self.icx.transfer(self._pilot.get(), amount)
