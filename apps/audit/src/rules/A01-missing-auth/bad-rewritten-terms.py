from iconservice import *


class Courses(IconScoreBase):
    """Teachers offer courses; pupils pay the fee that the teacher has set."""

    @eventlog(indexed=1)
    def Changed(self, course: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._last = VarDB('last', db, value_type=int)
        self._teacher = DictDB('teacher', db, value_type=Address)
        self._fee = DictDB('fee', db, value_type=int)
        self._seats = DictDB('seats', db, value_type=int)
        self._closed = DictDB('closed', db, value_type=bool)
        self._best = DictDB('best', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _open(self, course: int) -> None:
        if not 0 < course <= self._last.get() or self._closed[course]:
            revert('Courses: not open')

    def _by_teacher(self, course: int) -> None:
        if self._teacher[course] != self.msg.sender:
            revert('Courses: the teacher only')

    @external
    def offer(self, fee: int, seats: int, best: int) -> None:
        if fee <= 0 or not 0 < seats <= 100:
            revert('Courses: fee and seats')
        course = self._last.get() + 1
        self._last.set(course)
        self._teacher[course] = self.msg.sender
        self._fee[course] = fee
        self._seats[course] = seats
        self._best[course] = best

    @external
    def set_fee(self, course: int, fee: int) -> None:
        self._open(course)
        self._by_teacher(course)
        if fee <= 0:
            revert('Courses: fee')
        self._fee[course] = fee  # ok: A01
        self.Changed(course)

    @external
    def set_seats(self, course: int, seats: int) -> None:
        self._open(course)
        if not 0 < seats <= 100:
            revert('Courses: seats')
        self._seats[course] = seats  # expect: A01
        self.Changed(course)

    @external
    def report_best(self, course: int, points: int) -> None:
        """The highest number of points that anybody has reported."""
        self._open(course)
        if points <= self._best[course]:
            revert('Courses: no record')
        self._best[course] = points  # ok: A01

    @external
    def close(self, course: int) -> None:
        self._open(course)
        self._by_teacher(course)
        self._closed[course] = True
