from iconservice import *

TAG = 'BridgeToll'


class Purse(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._day = VarDB('day', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Out(self, to: Address, amount: int):
        pass

    def _hand_over(self, to: Address, amount: int) -> None:
        self.Out(to, amount)
        if not self.icx.send(to, amount):
            revert('cannot pay')


class BridgeToll(Purse):
    """The name 'emergency' protects nothing."""

    @payable
    def fallback(self) -> None:
        if self.msg.value < 10 ** 17:
            revert('the toll is 0.1 ICX')

    @external
    def emergency_exit(self) -> None:
        if self._day.get() > self.block_height:
            revert('not yet')
        self._day.set(self.block_height + 43200)
        self._hand_over(self.msg.sender, self.icx.get_balance(self.address))  # expect: A08
