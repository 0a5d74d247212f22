from iconservice import *

TAG = 'Tram'


def on_duty(func):
    @wraps(func)
    def inside(tram, *args, **kwargs):
        if not tram._duty.get():  # ok: L18
            revert('No service')
        return func(tram, *args, **kwargs)

    return inside


def untouched(func):
    @wraps(func)
    def inside(*args, **kwargs):
        return func(*args, **kwargs)

    return inside


class Tram(IconScoreBase):

    @eventlog(indexed=1)
    def Rode(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._duty = VarDB('duty', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()
        self._duty.set(True)

    def on_update(self) -> None:
        super().on_update()

    @external
    @on_duty
    @untouched
    def ride(self) -> None:
        self.Rode(self.msg.sender)
