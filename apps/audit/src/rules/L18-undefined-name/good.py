from iconservice import *

TAG = 'Scoreboard'


def rounded(points: int) -> int:
    # STEP stands below: it is there when this runs
    return points // STEP * STEP  # ok: L18


class Row(TypedDict):  # ok: L18
    who: str
    points: int


class Scoreboard(IconScoreBase):
    MOST = 5
    LIMITS = [MOST, MOST * 10]  # ok: L18

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._points = DictDB('points', db, value_type=int)
        self._names = ArrayDB('names', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Points(self, _who: Address, _points: int):
        pass

    @external(readonly=True)
    def pointsOf(self, _who: Address) -> int:
        return self._points[_who]

    @external(readonly=True)
    def table(self, _from: int) -> list:
        if _from < 0:
            revert('Start at 0')
        end = min(_from + self.MOST, len(self._names))
        rows = [self._names[i] for i in range(_from, end)]
        return [self._row(who) for who in rows]

    def _row(self, who: Address) -> Row:
        return {'who': str(who), 'points': rounded(self._points[who])}

    @external(readonly=True)
    def limits(self) -> list:
        total = 0
        for limit in self.LIMITS:
            total += limit
        return [total, limit]  # ok: L18

    @external
    def score(self, _who: Address, _points: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the referee')
        if _points <= 0:
            revert('Points must be positive')
        if self._points[_who] == 0:
            self._names.put(_who)
        self._points[_who] += _points
        self.Points(_who, _points)

    @external(readonly=True)
    def parse(self, _text: str) -> int:
        if len(_text) > 20:
            revert('Text is too long')
        try:
            number = int(_text)
        except ValueError:
            revert('Not a number')
        return number  # ok: L18

    @external(readonly=True)
    def first(self) -> Address:
        def at(index: int) -> Optional[Address]:  # ok: L18
            return self._names[index] if index < len(self._names) else None

        return at(0)


STEP = 10
