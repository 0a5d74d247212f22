from iconservice import *

TAG = 'Kiosk'


class Kiosk(IconScoreBase):
    """What the kiosk earns goes to the till of the club, whoever takes it there."""

    @eventlog(indexed=1)
    def Emptied(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._clerk = VarDB('clerk', db, value_type=Address)
        self._till = VarDB('till', db, value_type=Address)
        self._takings = VarDB('takings', db, value_type=int)
        self._tips = VarDB('tips', db, value_type=int)
        self._deposit = VarDB('deposit', db, value_type=int)

    def on_install(self, _till: Address) -> None:
        super().on_install()
        self._clerk.set(self.msg.sender)
        self._till.set(_till)

    def on_update(self) -> None:
        super().on_update()

    def _check_clerk(self) -> None:
        if self.msg.sender != self._clerk.get():
            revert(f'{TAG}: the clerk only')

    @payable
    @external
    def book(self, _tip: int, _deposit: int) -> None:
        self._check_clerk()
        if not 0 <= _tip <= self.msg.value or not 0 <= _deposit <= self.msg.value - _tip:
            revert(f'{TAG}: more than was sent')
        self._tips.set(self._tips.get() + _tip)
        self._deposit.set(self._deposit.get() + _deposit)
        self._takings.set(self._takings.get() + self.msg.value - _tip - _deposit)

    @external
    def empty_till(self) -> None:
        amount = self._takings.get()
        self._takings.set(0)  # ok: A01
        self.icx.transfer(self._till.get(), amount)
        self.Emptied(self._till.get(), amount)

    @external
    def forget_tips(self) -> None:
        """Nobody is paid for what is struck off here."""
        self._tips.set(0)  # expect: A01
        self.Emptied(self._till.get(), 0)
