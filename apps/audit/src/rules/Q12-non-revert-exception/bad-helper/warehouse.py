from iconservice import *
from .checks import require, only_owner, NotEnough


class Stock(object):

    def __init__(self, db: IconScoreDatabase):
        self._stock = DictDB('stock', db, value_type=int)

    def take(self, article: int, pieces: int) -> None:
        if self._stock[article] < pieces:
            raise NotEnough()  # expect: Q12
        self._stock[article] -= pieces

    def add(self, article: int, pieces: int) -> None:
        self._stock[article] += pieces


class Warehouse(IconScoreBase):

    @eventlog(indexed=1)
    def Stored(self, article: int, pieces: int):
        pass

    @eventlog(indexed=1)
    def Taken(self, article: int, pieces: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stock = Stock(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @only_owner
    def store(self, article: int, pieces: int) -> None:
        require(pieces > 0, 'pieces must be positive')
        self._stock.add(article, pieces)
        self.Stored(article, pieces)

    @external
    @only_owner
    def take(self, article: int, pieces: int) -> None:
        require(pieces > 0, 'pieces must be positive')
        self._stock.take(article, pieces)
        self.Taken(article, pieces)
