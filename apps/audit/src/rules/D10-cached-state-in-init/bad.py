from iconservice import *

TAG = 'Tickets'


class Tickets(IconScoreBase):
    """Tickets at a fee which the owner may change."""

    @eventlog(indexed=1)
    def Bought(self, guest: Address, fee: int):
        pass

    @eventlog
    def FeeChanged(self, fee: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fee_db = VarDB('fee', db, value_type=int)
        self._tickets = DictDB('tickets', db, value_type=int)
        self._fee = self._fee_db.get()  # expect: D10
        self._opened_by = self.msg.sender  # expect: D10
        self._opened_at = self.now()  # expect: D10
        height = self.block_height
        self._closes_at = height + 43200  # expect: D10

    def on_install(self, _fee: int) -> None:
        super().on_install()
        if _fee <= 0:
            revert('Tickets: fee must be positive')
        self._fee_db.set(_fee)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setFee(self, _fee: int) -> None:
        if self.msg.sender != self.owner:
            revert('Tickets: only the owner')
        if _fee <= 0:
            revert('Tickets: fee must be positive')
        self._fee_db.set(_fee)
        self.FeeChanged(_fee)

    @payable
    @external
    def buy(self) -> None:
        if self.msg.value != self._fee or self.block_height >= self._closes_at:
            revert('Tickets: wrong fee, or closed')
        self._tickets[self.msg.sender] += 1
        self.icx.transfer(self.owner, self.msg.value)
        self.Bought(self.msg.sender, self._fee)

    @external(readonly=True)
    def openedAt(self) -> int:
        return self._opened_at

    @external(readonly=True)
    def openedBy(self) -> Address:
        return self._opened_by
