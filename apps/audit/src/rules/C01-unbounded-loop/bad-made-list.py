from iconservice import *

SEASONS = ['spring', 'summer', 'autumn', 'winter']


class Orchard(IconScoreBase):
    """A list that is made out of a stored one, in one expression, is as long as that."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._trees = ArrayDB('trees', db, value_type=str)
        self._harvest = DictDB('harvest', db, value_type=int)
        self._price = DictDB('price', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def plant(self, _tree: str) -> None:
        self._trees.put(_tree)

    @external(readonly=True)
    def trees(self) -> list:
        return [tree for tree in self._trees]  # expect: C01

    @external
    def pick(self) -> None:
        for place, tree in enumerate(self.trees()):  # expect: C01
            self._harvest[tree] += place

    @external
    def water(self) -> None:
        thirsty = {tree for tree in self._trees if self._harvest[tree] == 0}  # expect: C01
        for tree in thirsty:  # expect: C01
            self._harvest[tree] = 1

    @external
    def price(self, _start: int) -> None:
        for name in [f'{season} fruit' for season in SEASONS]:  # ok: C01
            self._price[name] = _start

    @external
    def prune(self) -> None:
        last = [self._trees[len(self._trees) - 1 - back] for back in range(3)]  # ok: C01
        for tree in last:  # ok: C01
            self._harvest[tree] = 0
