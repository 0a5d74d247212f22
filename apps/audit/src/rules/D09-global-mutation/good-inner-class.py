from iconservice import *

TAG = 'Scale'


def make_scale(step: int):
    class Scale:
        marks = []
        marks.append(step)  # ok: D09
        __hash__ = None  # ok: D09

        def nearest(self, value: int) -> int:
            return value - value % step

    return Scale()


class Weighing(IconScoreBase):

    @eventlog
    def Weighed(self, value: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def weigh(self, value: int) -> None:
        if value < 0:
            revert('nothing weighs less than nothing')
        last = make_scale(5).nearest(value)
        self._last.set(last)
        self.Weighed(last)

    @external(readonly=True)
    def last(self) -> int:
        return self._last.get()
