from iconservice import *

TAG = 'BusStop'


class Depot(InterfaceScore):
    @interface
    def pay_in(self, passenger: Address) -> None:
        pass


class BusStop(IconScoreBase):
    """A fare goes on to the depot at once; what is thrown into the box beside it stays here for ever."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.depot = VarDB('depot', db, Address)

    def on_install(self, depot: Address) -> None:
        super().on_install()
        self.depot.set(depot)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Paid(self, passenger: Address, fare: int):
        pass

    @external
    @payable
    def ride(self) -> None:
        if self.msg.value != 2 * 10**18:
            revert('two ICX')
        self.Paid(self.msg.sender, self.msg.value)
        depot = self.create_interface_score(self.depot.get(), Depot)
        depot.icx(self.msg.value).pay_in(self.msg.sender)

    @payable
    def fallback(self) -> None:  # expect: F07
        self.Paid(self.msg.sender, self.msg.value)
