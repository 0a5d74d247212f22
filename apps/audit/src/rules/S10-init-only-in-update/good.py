from iconservice import *

TAG = 'Harbour'
VERSION = '2.0.0'


class Harbour(IconScoreBase):

    @eventlog(indexed=1)
    def Moored(self, _ship: Address, _days: int):
        pass

    @eventlog
    def FeesTaken(self, _amount: int):
        pass

    @eventlog
    def PilotChanged(self, _pilot: Address):
        pass

    @eventlog
    def BerthsChanged(self, _berths: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._unit = VarDB('unit', db, value_type=int)
        self._pilot = VarDB('pilot', db, value_type=Address)
        self._berths = VarDB('berths', db, value_type=int)
        self._updated = VarDB('updated', db, value_type=str)
        self._days = DictDB('days', db, value_type=int)
        self._fees = VarDB('fees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._fill()
        self._berths.set(40)

    def on_update(self) -> None:
        super().on_update()
        self._fill()
        self._updated.set(VERSION)  # ok: S10
        if self._berths.get() == 0:
            self._berths.set(40)  # ok: S10

    def _fill(self) -> None:
        if self._unit.get() == 0:
            self._unit.set(10 ** 18)  # ok: S10
        if self._pilot.get() is None:
            self._pilot.set(self.owner)  # ok: S10

    @external(readonly=True)
    def updated(self) -> str:
        return self._updated.get()

    @external(readonly=True)
    def days_of(self, _ship: Address) -> int:
        return self._days[_ship]

    @external
    def set_pilot(self, _pilot: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._pilot.set(_pilot)
        self.PilotChanged(_pilot)

    @external
    def set_berths(self, _berths: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _berths <= 0:
            revert('At least one berth')
        self._berths.set(_berths)
        self.BerthsChanged(_berths)

    @payable
    @external
    def moor(self, _berth: int):
        unit = self._unit.get()
        if unit <= 0 or not 0 < _berth <= self._berths.get():
            revert('No such berth')
        days = self.msg.value // unit
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
