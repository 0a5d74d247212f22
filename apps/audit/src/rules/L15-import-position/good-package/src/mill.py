from iconservice import *
from . import grain  # ok: L15
from .grain import in_sacks  # ok: L15
from ..limits import MOST  # ok: L15


class Mill(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.sacks = DictDB('sacks', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Delivered(self, who: Address, sacks: int):
        pass

    @external(readonly=True)
    def most(self) -> int:
        return MOST

    @external(readonly=True)
    def sackWeight(self) -> int:
        return grain.SACK

    @external(readonly=True)
    def sacksOf(self, who: Address) -> int:
        return self.sacks[who]

    @external
    def deliver(self, who: Address, kilos: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the miller')
        if kilos <= 0:
            revert('weight must be positive')
        sacks = in_sacks(kilos)
        self.sacks[who] += sacks
        self.Delivered(who, sacks)
