from iconservice import *

TAG = 'VillageMill'


class Granary(InterfaceScore):
    @interface
    def put_away(self, farmer: Address, sacks: int) -> None:
        pass

    @interface
    def sacks_of(self, farmer: Address) -> int:
        pass


class VillageMill(IconScoreBase):
    """Another contract keeps the books, under the name of whoever signed."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.granary = VarDB('granary', db, Address)

    def on_install(self, granary: Address) -> None:
        super().on_install()
        self.granary.set(granary)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Ground(self, farmer: Address, sacks: int):
        pass

    @external
    def grind(self, sacks: int) -> None:
        granary = self.create_interface_score(self.granary.get(), Granary)
        kept = granary.sacks_of(self.tx.origin)  # ok: A02
        if not 0 < sacks <= 100 - kept:
            revert('no room for so many sacks')
        self.Ground(self.tx.origin, sacks)  # ok: A02
        granary.put_away(self.tx.origin, sacks)  # expect: A02

    @external
    def grind_by_hand(self, sacks: int) -> None:
        if self.msg.sender.is_contract:
            revert('people only')
        if not 0 < sacks <= 100:
            revert('no room for so many sacks')
        self.Ground(self.tx.origin, sacks)
        granary = self.create_interface_score(self.granary.get(), Granary)
        granary.put_away(self.tx.origin, sacks)  # ok: A02
