from iconservice import *


class RiverGauge(IconScoreBase):
    """Stations say how high the water is; what enough of them say counts."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._station = DictDB('station', db, value_type=bool)
        self._needed = VarDB('needed', db, value_type=int)
        self._said = DictDB('said', db, value_type=int, depth=2)
        self._heard = DictDB('heard', db, value_type=bool, depth=2)
        self._count = DictDB('count', db, value_type=int, depth=2)
        self._level = DictDB('level', db, value_type=int)
        self._closed = DictDB('closed', db, value_type=bool)
        self._steps = DictDB('steps', db, value_type=int)
        self._ready = DictDB('ready', db, value_type=bool)

    def on_install(self, needed: int) -> None:
        super().on_install()
        self._needed.set(needed)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def StationAdded(self, station: Address):
        pass

    @external
    def add_station(self, station: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self._station[station] = True
        self.StationAdded(station)

    def _check(self, day: int) -> None:
        if not self._station[self.msg.sender] or self._closed[day]:
            revert('not possible')

    @external
    def measure(self, day: int, level: int) -> None:
        self._check(day)
        self._said[day][self.msg.sender] = level
        count = self._count[day][level] + 1
        self._count[day][level] = count  # expect: F13
        if count >= self._needed.get():
            self._closed[day] = True
            self._level[day] = level

    @external
    def measure_once(self, day: int, level: int) -> None:
        self._check(day)
        if self._heard[day][self.msg.sender]:
            revert('heard before')
        self._heard[day][self.msg.sender] = True
        count = self._count[day][level] + 1
        self._count[day][level] = count  # ok: F13
        if count >= self._needed.get():
            self._closed[day] = True
            self._level[day] = level

    @external
    def go_on(self, day: int) -> None:
        """Any station may do the next step of the work of a day."""
        self._check(day)
        self._steps[day] += 1  # ok: F13
        if self._steps[day] >= self._needed.get():
            self._ready[day] = True
