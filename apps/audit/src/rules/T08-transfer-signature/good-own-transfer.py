from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert


class DomainNames(IconScoreBase):
    """A registry. Its Transfer has its own shape, and that is its own affair."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.holder = DictDB('holder', db, Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Transfer(self, domain: str, to: Address):  # ok: T08
        pass

    @external(readonly=True)
    def holderOf(self, domain: str) -> Address:
        return self.holder[domain]

    @external
    def claim(self, domain: str) -> None:
        if len(domain) < 3 or len(domain) > 64:
            revert('domain has 3 to 64 characters')
        if self.holder[domain] is not None:
            revert('taken')
        self.holder[domain] = self.msg.sender
        self.Transfer(domain, self.msg.sender)

    @external
    def handOver(self, domain: str, to: Address) -> None:
        if self.msg.sender != self.holder[domain]:
            revert('not yours')
        self.holder[domain] = to
        self.Transfer(domain, to)
