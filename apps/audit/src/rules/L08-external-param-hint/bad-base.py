from iconservice import *
from iconservice import external as api


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


def only_owner(func):
    @wraps(func)
    def inner(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('only the owner')
        return func(self, *args, **kwargs)
    return inner


class Mapped(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.marks = DictDB('marks', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Marked(self, x: int, y: int):
        pass

    @api
    def tokenFallback(self, _from, _value, _data) -> None:  # expect: L08
        revert('no tokens here')

    @api
    @only_owner
    def mark(self, point: Point) -> None:  # expect: L08
        self.marks[point.x] = point.y
        self.Marked(point.x, point.y)


class Atlas(Mapped):

    @only_owner
    @api
    def mark_all(self, points: Dict[str, int], *more) -> None:  # expect: L08
        for x in ('1', '2'):
            self.marks[int(x)] = points[x]
        self.Marked(1, 2)

    @api(readonly=True)
    def sum_of(self,  # expect: L08
               columns: List[dict]) -> int:
        return len(columns)

    @api(readonly=True)
    def get_mark(self, x: int, **options) -> int:  # expect: L08
        return self.marks[x]
