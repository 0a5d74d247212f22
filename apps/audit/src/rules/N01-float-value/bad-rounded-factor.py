from iconservice import *

RATES = {'red': 1.9, 'blue': 1.15}


class Wheel(IconScoreBase):
    """`1.15 * 100` is 114.99999999999999, and what is cut off of it is 114."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._prizes = DictDB('prizes', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bet(self, _colour: str) -> None:
        if _colour not in RATES:
            revert('red or blue')
        self._prizes[self.msg.sender] += int(RATES[_colour] * 100) * self.msg.value // 100  # expect: N01
