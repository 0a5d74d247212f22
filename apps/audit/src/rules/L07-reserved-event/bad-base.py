from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, payable
from iconservice import eventlog as log


class Logged(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @log
    def ICXTransfer(self, source: 'Address', target: 'Address', loop: int = 0) -> None:  # expect: L07
        """A plain transfer."""


class Till(Logged):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.paid = DictDB('paid', db, value_type=int)

    @external
    @payable
    def pay(self) -> None:
        payer, value = self.msg.sender, self.msg.value
        self.paid[payer] += value
        self.ICXTransfer(payer, self.owner, value)
        self.icx.transfer(self.owner, value)

    @external(readonly=True)
    def get_paid(self, payer: Address) -> int:
        return self.paid[payer]
