from iconservice import *

TAG = 'RaceCourse'
MOST = 20 * 10 ** 18


class RaceCourse(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._placed = DictDB('placed', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # eight stakes, each held within its limits, and their sums held against what was paid
    @external
    @payable
    def place(self, _red: int, _blue: int, _black: int, _white: int, _first: int, _second: int, _third: int,
              _last: int) -> None:
        winners = _red + _blue + _black + _white
        places = _first + _second + _third + _last
        if not (0 <= _red <= MOST and 0 <= _blue <= MOST and 0 <= _black <= MOST and 0 <= _white <= MOST):
            revert(f'{TAG}: a stake on a winner is too low or too high')
        if not (0 <= _first <= MOST and 0 <= _second <= MOST and 0 <= _third <= MOST and 0 <= _last <= MOST):
            revert(f'{TAG}: a stake on a place is too low or too high')
        if winners != self.msg.value - places:  # ok: N05
            revert(f'{TAG}: the stakes are not what was paid')
        if places != self.msg.value - winners:  # ok: N05
            revert(f'{TAG}: the stakes are not what was paid')
        self._placed[self.msg.sender] += winners + places

    @external
    def leave(self) -> None:
        placed = self._placed[self.msg.sender]
        self._placed[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, placed)
