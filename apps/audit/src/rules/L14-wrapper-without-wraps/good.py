from iconservice import *

TAG = 'Vestry'


def only_owner(func):
    @wraps(func)
    def wrapper(self, *args, **kwargs):  # ok: L14
        if self.msg.sender != self.owner:
            revert('Only the owner')
        return func(self, *args, **kwargs)

    return wrapper


def at_most(limit):
    def decorate(func):
        @wraps(func)
        def wrapper(self, amount, *args, **kwargs):  # ok: L14
            if amount <= 0 or amount > limit:
                revert('Amount is out of range')
            return func(self, amount, *args, **kwargs)

        return wrapper

    return decorate


def halved(func):
    def inner(self, amount):  # ok: L14
        return func(self, amount) // 2

    return inner


def plain(func):
    return func


class Vestry(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._candles = VarDB('candles', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Candles(self, _count: int):
        pass

    @external(readonly=True)
    def candles(self) -> int:
        return self._candles.get()

    @external(readonly=True)
    def half(self) -> int:
        return self._half_of(self._candles.get())

    @external
    @only_owner
    def setCandles(self, _count: int) -> None:
        self._set(_count)

    @plain
    @external
    @only_owner
    def snuff(self) -> None:
        self._candles.set(0)
        self.Candles(0)

    @at_most(100)
    def _set(self, count: int) -> None:
        self._candles.set(count)
        self.Candles(count)

    @halved
    def _half_of(self, count: int) -> int:
        return count
