from iconservice import *

TAG = 'Kiosk'
FEE = 3


def require(condition: bool, message: str) -> None:
    if not condition:
        revert(f'{TAG}: {message}')


class Kiosk(IconScoreBase):
    """Beads for shells: the more shells are there already, the fewer beads they bring."""

    @eventlog(indexed=1)
    def Traded(self, _who: Address, _shells: int, _beads: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shells = DictDB('shells', db, value_type=int)
        self._beads = DictDB('beads', db, value_type=int)
        self._shell_stock = VarDB('shell_stock', db, value_type=int)
        self._bead_stock = VarDB('bead_stock', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._shell_stock.set(1000)
        self._bead_stock.set(1000)

    def on_update(self) -> None:
        super().on_update()

    def _beads_for(self, shells: int) -> int:
        require(0 < shells <= self._shells[self.msg.sender], 'so many shells are not yours')
        return self._bead_stock.get() * shells // (self._shell_stock.get() + shells) - FEE

    def _book(self, shells: int, beads: int) -> None:
        require(0 < beads <= self._bead_stock.get(), 'no beads for that')
        self._shells[self.msg.sender] -= shells
        self._beads[self.msg.sender] += beads
        self._shell_stock.set(self._shell_stock.get() + shells)
        self._bead_stock.set(self._bead_stock.get() - beads)
        self.Traded(self.msg.sender, shells, beads)

    @external
    def trade(self, _shells: int, _least: int) -> None:
        beads = self._beads_for(_shells)
        if beads < min(_least, beads):  # expect: F12
            revert(f'{TAG}: too few beads')
        self._book(_shells, beads)

    @external
    def tradeAll(self, _min_beads: int) -> None:
        shells = self._shells[self.msg.sender]
        beads = self._beads_for(shells)
        require(max(beads, _min_beads) >= _min_beads, 'too few beads')  # expect: F12
        self._book(shells, beads)

    @external
    def tradeChecked(self, _shells: int, _least: int) -> None:
        beads = self._beads_for(_shells)
        if beads < max(_least, FEE):  # ok: F12
            revert(f'{TAG}: too few beads')
        require(beads >= min(_least, self._bead_stock.get()), 'too few beads')  # ok: F12
        self._book(_shells, beads)
