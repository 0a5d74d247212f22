from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert

TAG = 'Grid'
LEVELS = 5


class Plots:

    def __init__(self, db: IconScoreDatabase) -> None:
        self.owner_of = DictDB('plots_owner', db, Address, LEVELS)  # expect: S04
        self.price = DictDB('plots_price', db, int, depth=3)

    def row(self, world: str, y: int) -> DictDB:
        return self.price[world][y]


class Grid(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._plots = Plots(db)

    def on_install(self) -> None:
        super().on_install()

    @property
    def _visits(self) -> DictDB:
        return DictDB('visits', self.db, int, depth=2)

    @eventlog(indexed=1)
    def Priced(self, world: str, price: int):
        pass

    @external(readonly=True)
    def visits(self, world: str) -> int:
        by_world = self._visits[world]
        return 1 if by_world else 0  # expect: S04

    @external
    def visit(self, world: str) -> None:
        visits = self._visits
        visits[world] += 1  # expect: S04

    @external
    def set_price(self, world: str, x: int, y: int, price: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if price <= 0:
            revert('must be positive')
        row = self._plots.row(world, y)
        row[x]['price'] = price  # expect: S04
        self.Priced(world, price)
