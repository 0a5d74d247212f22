from iconservice import *

TAG = 'Wheel'


class Wheel(IconScoreBase):
    """The divisor is a hundred times a number that is at least 1."""

    @eventlog
    def Quoted(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def quote(self, _upper: int, _lower: int, _amount: int) -> None:
        if not (0 <= _upper - _lower <= 95) or _amount <= 0:
            revert('no such numbers')
        gap = (_upper - _lower) + 1
        self.Quoted(9850 * _amount // (100 * gap))  # ok: N03
