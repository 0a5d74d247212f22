from iconservice import *

TAG = 'Beehives'
MOST = 10 ** 6


def steps_down(number: int) -> int:
    if number < 0:
        revert(f'{TAG}: below zero')
    steps = 0
    while number != 0:  # ok: C02
        number //= 2
        steps += 1
    return steps


def doublings(number: int) -> int:
    count = 0
    while number > 0:  # ok: C02
        number >>= 1
        count += 1
    return count


def combs() -> int:
    """Of a number that is written out."""
    count = 0
    rest = 640
    while rest:  # ok: C02
        rest = rest >> 1
        count += 1
    return count


class Beehives(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._hives = DictDB('hives', db, value_type=int)
        self._combs = VarDB('combs', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._combs.set(combs())

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Counted(self, keeper: Address, hives: int):
        pass

    @external
    def count(self, _bees: int) -> None:
        if _bees > MOST:
            revert(f'{TAG}: too many')
        hives = steps_down(_bees)
        self._hives[self.msg.sender] = hives
        self.Counted(self.msg.sender, hives)

    @external(readonly=True)
    def rows(self, _bees: int) -> int:
        return doublings(min(_bees, MOST))

    @external(readonly=True)
    def hives(self, _keeper: Address) -> int:
        return self._hives[_keeper] * self._combs.get()
