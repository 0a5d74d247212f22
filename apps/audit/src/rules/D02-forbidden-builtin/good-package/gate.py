from iconservice import *

from .door import open, label


class Gate(IconScoreBase):
    """A turnstile: eval and exec are only words in this sentence."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fare = VarDB('fare', db, value_type=int)

    def on_install(self, _fare: int) -> None:
        super().on_install()
        if _fare <= 0:
            revert('Gate: fare must be positive')
        self._fare.set(_fare)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Passed(self, passenger: Address, gate: str):
        pass

    @payable
    @external
    def enter(self) -> None:
        if not open(self._fare.get(), self.msg.value):  # ok: D02
            revert('Gate: fare not paid')
        self.icx.transfer(self.owner, self.msg.value)
        self.Passed(self.msg.sender, label(exec='north'))  # ok: D02

    @external(readonly=True)
    def fare(self) -> int:
        return self._fare.get()
