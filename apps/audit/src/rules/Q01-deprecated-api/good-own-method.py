from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert


class TaxiRank(IconScoreBase):
    """A taxi is called here; the method of this name is the author's own."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.calls = DictDB('calls', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Called(self, who: Address, calls: int):
        pass

    @external(readonly=True)
    def callsOf(self, who: Address) -> int:
        return self.calls[who]

    @external
    def callTaxi(self, seats: int) -> None:
        if seats <= 0 or seats > 8:
            revert('1 to 8 seats')
        self.call_taxi_for(self.msg.sender)

    def call_taxi_for(self, who: Address) -> None:  # ok: Q01
        self.calls[who] += 1
        self.Called(who, self.calls[who])
