from iconservice import *

TAG = 'BoatHire'


class Skipper(InterfaceScore):
    @interface
    def sail(self, crew: Address, amount: int) -> None:
        pass


class BoatHire(IconScoreBase):
    """A lock keeps borrowers from borrowing twice, but the chest that was remembered is written back over all that was paid in."""

    @eventlog(indexed=1)
    def Lent(self, skipper: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._chest = VarDB('chest', db, value_type=int)
        self._reserve = VarDB('reserve', db, value_type=int)
        self._trips = VarDB('trips', db, value_type=int)
        self._out = VarDB('out', db, value_type=bool)
        self._back = VarDB('back', db, value_type=int)
        self._shares = DictDB('shares', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def pay_in(self) -> None:
        self._shares[self.msg.sender] += self.msg.value
        self._chest.set(self._chest.get() + self.msg.value)
        self._trips.set(self._trips.get() + 1)

    @external
    @payable
    def insure(self) -> None:
        if self._out.get():
            revert(f'{TAG}: a boat is out')
        self._reserve.set(self._reserve.get() + self.msg.value)

    @external
    @payable
    def bring_back(self) -> None:
        if not self._out.get():
            revert(f'{TAG}: no boat is out')
        self._back.set(self._back.get() + self.msg.value)

    def _sail(self, skipper: Address, amount: int) -> None:
        self.icx.transfer(skipper, amount)
        self.create_interface_score(skipper, Skipper).sail(self.msg.sender, amount)

    @external
    def hire(self, skipper: Address, amount: int) -> None:
        if self._out.get():
            revert(f'{TAG}: a boat is out')
        held, kept = self._chest.get(), self._reserve.get()
        if amount <= 0 or amount > held:
            revert(f'{TAG}: not that much')
        fee = amount // 100 + 1
        self._out.set(True)
        self._back.set(0)
        self._sail(skipper, amount)
        if self._back.get() < amount + fee * 2:
            revert(f'{TAG}: not brought back')
        self._chest.set(held + fee)  # expect: F01
        self._reserve.set(kept + fee)  # ok: F01
        self._trips.set(self._trips.get() + 1)  # ok: F01
        self._out.set(False)
        self.Lent(skipper, amount)
