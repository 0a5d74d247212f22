from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert


class Allotments(IconScoreBase):  # ok: T12
    """Garden plots: there is an ownerOf, but no approvals and no IRC3."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.gardener = DictDB('gardener', db, Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Assigned(self, plot: int, gardener: Address):
        pass

    @external(readonly=True)
    def ownerOf(self, plot: int) -> Address:
        return self.gardener[plot]

    @external
    def assign(self, plot: int, gardener: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the club')
        self.gardener[plot] = gardener
        self.Assigned(plot, gardener)

    @external
    def giveUp(self, plot: int, successor: Address) -> None:
        if self.msg.sender != self.gardener[plot]:
            revert('not your plot')
        self.gardener[plot] = successor
        self.Assigned(plot, successor)
