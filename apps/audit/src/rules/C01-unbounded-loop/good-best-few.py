from iconservice import *

TAG = 'Regatta'
MEDALS = ['gold', 'silver', 'bronze']
FLEET = 40


class Regatta(IconScoreBase):
    """The three fastest boats of a small fleet get a medal."""

    @eventlog(indexed=1)
    def Awarded(self, _medal: str, _boat: str):
        pass

    @eventlog(indexed=1)
    def Timed(self, _boat: str, _time: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._boats = ArrayDB('boats', db, value_type=str)
        self._times = DictDB('times', db, value_type=int)
        self._medals = DictDB('medals', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _check_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner keeps the lists')

    @external
    def enter(self, _boat: str, _time: int) -> None:
        self._check_owner()
        if len(self._boats) >= FLEET:
            revert(f'{TAG}: the fleet is full')
        self._boats.put(_boat)
        self._times[_boat] = _time
        self.Timed(_boat, _time)

    @external
    def record(self, _boat: str, _time: int) -> None:
        """The judges send a new time of any boat."""
        self._check_owner()
        if _time <= 0:
            revert(f'{TAG}: no time')
        self._times[_boat] = self._times[_boat] + _time
        self.Timed(_boat, _time)

    @external
    def award(self) -> None:
        self._check_owner()
        best = []
        for boat in self._boats:
            best.append((self._times[boat], boat))
            best.sort()
            best = best[:len(MEDALS)]
        for place in range(len(best)):  # ok: C01
            self._medals[best[place][1]] = MEDALS[place]
            self.Awarded(MEDALS[place], best[place][1])
        for _, boat in best:  # ok: C01
            self._times[boat] = 0
