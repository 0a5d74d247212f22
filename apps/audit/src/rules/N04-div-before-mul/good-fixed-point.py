from iconservice import *

TAG = 'Pegs'

UNIT = 10 ** 18
HALF = UNIT // 2


class Pegs(IconScoreBase):
    """Numbers with 18 places, multiplied and divided by functions that keep the scale; and a bet that is won or not."""

    @eventlog(indexed=1)
    def Bet(self, _won: bool, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._index = VarDB('index', db, value_type=int)

    def on_install(self, _index: int) -> None:
        super().on_install()
        if _index <= 0:
            revert('the index must be positive')
        self._index.set(_index)

    def on_update(self) -> None:
        super().on_update()

    def _times(self, one: int, other: int) -> int:
        return (one * other + HALF) // UNIT

    @external(readonly=True)
    def grown(self, _amount: int) -> int:
        half_way = self._times(_amount, self._index.get())
        return self._times(half_way, self._index.get())  # ok: N04

    @external
    def tell(self, _amount: int, _guess: int) -> None:
        won = _guess == self._index.get()
        payout = _amount * 197 // 100
        payout = payout * won  # ok: N04
        self.Bet(won, payout)
