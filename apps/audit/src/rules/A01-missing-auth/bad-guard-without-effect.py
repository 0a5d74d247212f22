from iconservice import *

TAG = 'FerryTicket'

ROUTE_DAY = 1
ROUTE_NIGHT = 2


def ensure(condition: bool, message: str) -> None:
    if not condition:
        revert(message)


class FerryTicket(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.harbour_master = VarDB('harbour_master', db, Address)
        self.fare = DictDB('fare', db, int)
        self.suspended = VarDB('suspended', db, bool)
        self.inspector = VarDB('inspector', db, Address)

    def on_install(self) -> None:
        super().on_install()
        self.harbour_master.set(self.owner)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def FareChanged(self, route: int, fare: int):
        pass

    @eventlog(indexed=1)
    def Named(self, role: str, account: Address):
        pass

    @eventlog
    def Suspended(self, on: bool):
        pass

    def _is_master(self, account: Address) -> bool:
        return account == self.harbour_master.get()

    # only the night route is guarded
    @external
    def change_fare(self, route: int, fare: int) -> None:
        ensure(fare > 0, 'fare must be positive')
        if route == ROUTE_NIGHT:
            ensure(self._is_master(self.msg.sender), 'harbour master only')
        self.fare[route] = fare  # expect: A01
        self.FareChanged(route, fare)

    @external
    def reset_fare(self, route: int) -> None:
        ensure(self._is_master(self.msg.sender), 'harbour master only')
        self.fare[route] = 1  # ok: A01
        self.FareChanged(route, 1)

    # the answer of the question is thrown away
    @external
    def name_master(self, account: Address) -> None:
        self._is_master(self.msg.sender)
        self.harbour_master.set(account)  # expect: A01
        self.Named('master', account)

    # somebody took the guard out for a test
    @external
    def suspend(self, on: bool) -> None:
        # if self.msg.sender != self.harbour_master.get():
        #     revert('harbour master only')
        self.suspended.set(on)  # expect: A01
        self.Suspended(on)

    @external
    def resume(self) -> None:
        assert self._is_master(self.msg.sender), 'harbour master only'
        self.suspended.set(False)  # ok: A01
        self.Suspended(False)

    # the revert comes late, but it undoes the write all the same
    @external
    def name_inspector(self, account: Address) -> None:
        self.inspector.set(account)  # ok: A01
        self.Named('inspector', account)
        if not self._is_master(self.msg.sender):
            revert('harbour master only')

    @external
    def check_ticket(self, route: int) -> None:
        ensure(not self.suspended.get(), 'suspended')
        ensure(self.msg.sender == self.inspector.get(), 'inspector only')
        self.Named('checked', self.msg.sender)
