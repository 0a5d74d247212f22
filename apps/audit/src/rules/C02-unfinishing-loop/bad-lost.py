from iconservice import *

TAG = 'Tides'
OLDEST = 30


class Tides(IconScoreBase):
    """A keeper writes down the tide of a day; days without an entry take an older one."""

    @eventlog(indexed=1)
    def Filled(self, _day: int, _tide: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tide = DictDB('tide', db, value_type=int)
        self._keeper = DictDB('keeper', db, value_type=Address)
        self._moon = DictDB('moon', db, value_type=int)
        self._first = VarDB('first', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._moon[0] = 1

    def on_update(self) -> None:
        super().on_update()

    def _check_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner writes')

    @external
    def note(self, _day: int, _tide: int) -> None:
        self._check_owner()
        self._tide[_day] = _tide
        self._keeper[_day] = self.msg.sender
        self.Filled(_day, _tide)

    def _tide_before(self, day: int) -> int:
        while self._tide[day] == 0:  # expect: C02
            day -= 1
        return self._tide[day]

    @external
    def fill(self, _day: int) -> None:
        self._check_owner()
        self._tide[_day] = self._tide_before(_day)
        self.Filled(_day, self._tide[_day])

    @external(readonly=True)
    def nextKeeper(self, _day: int) -> Address:
        day = _day
        while self._keeper[day] is None:  # expect: C02
            day += 1
        return self._keeper[day]

    @external(readonly=True)
    def tideSince(self, _day: int) -> int:
        """Before the first day nobody looks."""
        if _day < self._first.get():
            revert(f'{TAG}: too early')
        day = _day
        while self._tide[day] == 0:  # ok: C02
            day -= 1
        return self._tide[day]

    @external(readonly=True)
    def tideOfMonth(self, _day: int) -> int:
        day = _day
        while self._tide[day] == 0 and day > _day - OLDEST:  # ok: C02
            day -= 1
        return self._tide[day]

    @external(readonly=True)
    def moon(self, _day: int) -> int:
        day = _day
        while self._moon[day] == 0:  # ok: C02
            day -= 1
        return self._moon[day]

    @external(readonly=True)
    def firstGap(self) -> int:
        """Entries that were written come to an end."""
        day = 0
        while self._tide[day] != 0:  # ok: C02
            day += 1
        return day
