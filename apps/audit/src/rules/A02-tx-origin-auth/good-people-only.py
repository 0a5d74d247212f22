from iconservice import *

TAG = 'StampCard'


class StampCard(IconScoreBase):
    """Contracts are turned away first: whoever signed is the one who calls."""

    _STAMPS = 'stamps'
    _FULL = 10

    @eventlog(indexed=1)
    def Stamped(self, _visitor: Address, _stamps: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stamps = DictDB(self._STAMPS, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def stamp(self) -> None:
        if self.msg.sender.is_contract:
            revert('StampCard: people only')
        visitor = self.tx.origin
        stamps = self._stamps[visitor] + 1
        if self._stamps[visitor] >= self._FULL:  # ok: A02
            revert('StampCard: the card is full')
        self._stamps[visitor] = stamps  # ok: A02
        self.Stamped(visitor, stamps)

    @external(readonly=True)
    def stampsOf(self, _visitor: Address) -> int:
        return self._stamps[_visitor]
