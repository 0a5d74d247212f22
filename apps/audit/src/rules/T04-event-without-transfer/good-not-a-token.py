from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert


class LuggageDesk(IconScoreBase):
    """Suitcases change hands. The event has the name of the token event, but there are no tokens."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.holder = DictDB('holder', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Transfer(self, suitcase: int, to: Address):
        pass

    @external(readonly=True)
    def holderOf(self, suitcase: int) -> Address:
        return self.holder[suitcase]

    @external
    def checkIn(self, suitcase: int) -> None:
        if self.holder[suitcase] is not None:
            revert('checked in already')
        self.holder[suitcase] = self.msg.sender
        self.Transfer(suitcase, self.msg.sender)  # ok: T04

    @external
    def handOver(self, suitcase: int, to: Address) -> None:
        if self.msg.sender != self.holder[suitcase]:
            revert('not yours')
        self.holder[suitcase] = to
        self.Transfer(suitcase, to)  # ok: T04
