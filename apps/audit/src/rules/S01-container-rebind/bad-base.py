from iconservice import IconScoreBase, IconScoreDatabase, Address, external, eventlog, revert
from iconservice import VarDB as Slot, DictDB as Table

TAG = 'Tenders'


class Owned(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.chief = Slot('chief', db, value_type=Address)
        self.stage = Slot('stage', db, value_type=str)
        self.bids = Table('bids', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self.chief.set(self.msg.sender)

    @property
    def limit(self) -> Slot:
        return Slot('limit', self.db, value_type=int)

    def chief_only(self) -> None:
        if self.msg.sender != self.chief.get():
            revert('chief only')

    @eventlog(indexed=1)
    def Changed(self, what: str):
        pass


class Tenders(Owned):

    @external(readonly=True)
    def bid_of(self, account: Address) -> int:
        return self.bids[account]

    @external
    def hand_over(self, chief: Address) -> None:
        self.chief_only()
        self.chief = chief  # expect: S01
        self.Changed('chief')

    @external
    def open(self, limit: int) -> None:
        self.chief_only()
        if limit <= 0:
            revert('must be positive')
        self.stage, self.limit = 'open', limit  # expect: S01
        self.Changed('stage')

    @external
    def bid(self, amount: int) -> None:
        if self.stage.get() != 'open' or not 0 < amount <= self.limit.get():
            revert('no bid possible')
        self._record(self.msg.sender, amount)

    def _record(self, account: Address, amount: int) -> None:
        table = self.bids
        table[account] = amount
        self.bids = table  # expect: S01
