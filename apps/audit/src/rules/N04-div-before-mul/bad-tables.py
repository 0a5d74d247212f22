from iconservice import *
from .tariffs import *  # expect: L15

TAG = 'Ferry'

# In tenths and hundredths of the price of a passage.
SEASONS = [5, 10, 20]
DECKS = [[10, 20], [10, 25]]
CABINS = {'inner': 200, 'outer': 250}
SIZES = {'small': 100, 'large': 400}


class Ferry(IconScoreBase):

    EXTRAS = {1: 20, 2: 40}

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._passage = VarDB('passage', db, value_type=int)
        self._due = DictDB('due', db, value_type=int)

    def on_install(self, _passage: int) -> None:
        super().on_install()
        self._passage.set(_passage)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def season_price(self, _season: int) -> int:
        return self._passage.get() * (SEASONS[_season] // 10)  # expect: N04

    @external(readonly=True)
    def deck_price(self, _deck: int, _side: int) -> int:
        if _deck == 0:
            return self._passage.get() * (DECKS[0][_side] // 10)  # ok: N04
        return self._passage.get() * (DECKS[1][_side] // 10)  # expect: N04

    @external(readonly=True)
    def cabin_price(self, _cabin: str) -> int:
        if _cabin in SIZES:
            return self._passage.get() * (SIZES[_cabin] // 100)  # ok: N04
        return self._passage.get() * (CABINS[_cabin] // 100)  # expect: N04

    @external(readonly=True)
    def extras_price(self) -> int:
        total = 0
        for each in (1, 2):
            total += self._passage.get() * (self.EXTRAS[each] // 10)  # ok: N04
        return total

    @external(readonly=True)
    def freight_price(self, _class: int) -> int:
        # What the missing module says is not known: told with little confidence.
        return self._passage.get() * (FREIGHT[_class] // 10)  # expect: N04
