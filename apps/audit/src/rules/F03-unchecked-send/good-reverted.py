from iconservice import *

TAG = 'Turnstile'


class Turnstile(IconScoreBase):
    """What is refused goes back with the whole transaction, whatever the payment did."""

    @eventlog(indexed=1)
    def Passed(self, _guest: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guests = VarDB('guests', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def enter(self) -> None:
        if self.msg.value != 10**18:
            self._refuse('Turnstile: 1 ICX')
        self._guests.set(self._guests.get() + 1)
        self.Passed(self.msg.sender)

    def _refuse(self, reason: str) -> None:
        if self.msg.value > 0:
            self.icx.send(self.msg.sender, self.msg.value)  # ok: F03
        revert(reason)

    @external
    def empty(self) -> None:
        if self.msg.sender != self.owner:
            revert('Turnstile: only the owner')
        amount = self.icx.get_balance(self.address)
        self.Passed(self.owner)
        self.icx.transfer(self.owner, amount)
