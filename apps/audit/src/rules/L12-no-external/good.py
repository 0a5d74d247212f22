from iconservice import *

TAG = 'Mailbox'


class Base(IconScoreBase):  # ok: L12
    """Never deployed itself."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._sum = DictDB('sum', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        self._sum[self.msg.sender] += self.msg.value
        self.icx.transfer(self.owner, self.msg.value)


class Readable:
    """A mix-in: the only external method of the contract is here."""

    @external(readonly=True)
    def sumOf(self, _sender: Address) -> int:
        return self._sum[_sender]


class Mailbox(Readable, Base):  # ok: L12
    pass
