from iconservice import *

TAG = 'Mailbox'


class Mailbox(IconScoreBase):  # expect: L12
    """All it offers is a payable fallback and an event."""

    @eventlog(indexed=1)
    def Received(self, sender: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._sum = DictDB('sum', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        self._add(self.msg.sender, self.msg.value)
        self.icx.transfer(self.owner, self.msg.value)

    def _add(self, sender: Address, amount: int) -> None:
        self._sum[sender] += amount
        self.Received(sender, amount)
