from iconservice import *

TAG = 'CoatCheck'


class CoatCheck(IconScoreBase):  # ok: T01
    """Guests pay their deposit in by `transfer`; nothing here can be handed to another account."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deposits = DictDB('deposits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Deposited(self, _guest: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Returned(self, _guest: Address, _amount: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Coat Check'

    @external(readonly=True)
    def balanceOf(self, _guest: Address) -> int:  # ok: T02
        return self._deposits[_guest]

    @external
    @payable
    def transfer(self) -> None:  # ok: T02, T07
        self._deposits[self.msg.sender] += self.msg.value  # ok: T03
        self.Deposited(self.msg.sender, self.msg.value)

    @external
    def leave(self) -> None:
        amount = self._deposits[self.msg.sender]
        if amount <= 0:
            revert(f'{TAG}: nothing paid in')
        self._deposits[self.msg.sender] = 0
        self.Returned(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
