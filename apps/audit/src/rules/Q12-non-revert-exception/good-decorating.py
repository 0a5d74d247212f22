from iconservice import *

TAG = 'Valve'


class NoFunction(Exception):
    pass


def by_owner(func):
    if not isfunction(func):
        raise NoFunction(func)  # ok: Q12

    @wraps(func)
    def inside(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        return func(self, *args, **kwargs)

    return inside


def at_most(times: int):
    def decorate(func):
        if times < 1:
            raise NoFunction(times)  # ok: Q12

        @wraps(func)
        def inside(self, *args, **kwargs):
            if self._turns.get() >= times:
                revert('Worn out')
            return func(self, *args, **kwargs)

        return inside

    return decorate


class Valve(IconScoreBase):

    @eventlog
    def Turned(self, turns: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._turns = VarDB('turns', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @by_owner
    @at_most(100)
    def turn(self) -> None:
        self._turns.set(self._turns.get() + 1)
        self.Turned(self._turns.get())
