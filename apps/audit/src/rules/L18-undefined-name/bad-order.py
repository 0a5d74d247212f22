from iconservice import *

TAG = 'Garden'
STEP = double(2)  # expect: L18


def double(number: int) -> int:
    return number * factor()  # ok: L18


def factor() -> int:
    return 2


class Bed(Plot):  # expect: L18
    pass


class Plot(Bed):
    pass


class Garden(IconScoreBase):

    @eventlog
    def Watered(self, drops: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._drops = VarDB('drops', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @only_owner  # expect: L18
    @external
    def water(self, drops: int) -> None:
        if drops <= 0:
            revert('some drops')
        self._drops.set(double(drops))
        self.Watered(drops)


def only_owner(func):
    @wraps(func)
    def __wrapper(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('owner only')
        return func(self, *args, **kwargs)

    return __wrapper
