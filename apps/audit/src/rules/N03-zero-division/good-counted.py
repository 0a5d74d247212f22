from iconservice import *

TAG = 'Ratings'


class Ratings(IconScoreBase):
    """What is divided by was counted up in the same call, or read where it was known."""

    @eventlog
    def Rated(self, _share: int, _mean: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._liked = DictDB('liked', db, value_type=int)
        self._disliked = DictDB('disliked', db, value_type=int)
        self._guests = VarDB('guests', db, value_type=int)
        self._stars = VarDB('stars', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def rate(self, _dish: str, _good: bool) -> None:
        if _good:
            self._liked[_dish] += 1
        else:
            self._disliked[_dish] = self._disliked[_dish] + 1
        liked = self._liked[_dish]
        share = 100 * liked // (liked + self._disliked[_dish])  # ok: N03
        self._guests.set(self._guests.get() + 1)
        self.Rated(share, self._stars.get() // self._guests.get())  # ok: N03

    @external
    def rank(self, _dish: str, _points: int) -> None:
        if self._liked[_dish] > 0:
            weight = self._liked[_dish]
        else:
            return
        self.Rated(_points // weight, weight)  # ok: N03

    @external(readonly=True)
    def mean(self) -> int:
        guests = self._guests.get()
        return self._stars.get() // guests if guests > 0 else 0
