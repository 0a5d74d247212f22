from iconservice import *

RATE = 98.5
RATES = {'red': 1.9, 'blue': 2.85}


class Wheel(IconScoreBase):
    """A factor that the source writes as a float and turns into whole hundredths at once loses nothing."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._prizes = DictDB('prizes', db, value_type=int)
        self._shares = DictDB('shares', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bet(self, _colour: str) -> None:
        if _colour not in RATES:
            revert('red or blue')
        self._prizes[self.msg.sender] += int(RATES[_colour] * 100) * self.msg.value // 100  # ok: N01
        self._prizes[self.owner] += int(RATE * 10) * self.msg.value // 10000  # ok: N01
        self.icx.transfer(self.owner, self.msg.value)
        self._shares[self.msg.sender] = int(self.msg.value % 1000 / 7)  # ok: N01 # ok: N02
