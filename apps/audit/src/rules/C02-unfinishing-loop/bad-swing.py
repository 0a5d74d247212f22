from iconservice import *

TAG = 'Fields'
MOST = 10 ** 30


def side(area: int) -> int:
    """The side of a square field, which one guess after another comes nearer to."""
    guess = area
    while True:  # expect: C02
        last = guess
        guess = (guess + area // guess) // 2
        if guess == last:
            return guess


def edge(volume: int) -> int:
    last = 0
    guess = volume
    while guess != last:  # expect: C02
        last = guess
        guess = (2 * guess + volume // (guess * guess)) // 3
    return guess


def near_side(area: int) -> int:
    guess = area
    while True:  # ok: C02
        last = guess
        guess = (guess + area // guess) // 2
        if abs(guess - last) <= 1:
            return guess


def falling_side(area: int) -> int:
    guess = area
    while True:  # ok: C02
        last = guess
        guess = (guess + area // guess) // 2
        if guess >= last:
            return last


def counted_side(area: int) -> int:
    guess = area
    turns = 0
    while True:  # ok: C02
        last = guess
        guess = (guess + area // guess) // 2
        turns += 1
        if guess == last or turns == 100:
            return guess


def settled(level: int) -> int:
    """A number that only falls, or only rises, comes to rest."""
    while True:  # ok: C02
        last = level
        level = (level * 3 + 100) // 4
        if level == last:
            return level


class Fields(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _check(self, number: int) -> None:
        if not 0 < number < MOST:
            revert(f'{TAG}: out of range')

    @external(readonly=True)
    def sides(self, _area: int) -> list:
        self._check(_area)
        return [side(_area), near_side(_area), falling_side(_area), counted_side(_area)]

    @external(readonly=True)
    def edge(self, _volume: int) -> int:
        self._check(_volume)
        return edge(_volume)

    @external(readonly=True)
    def settled(self, _level: int) -> int:
        self._check(_level)
        return settled(_level)
