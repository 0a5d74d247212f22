from iconservice import *

TAG = 'Piggy'


class NotPositive:

    def __new__(cls, amount: int):
        revert(f'{amount} is no amount', 7)


class TooMuch:

    def __init__(self, amount: int, there: int) -> None:
        revert(f'{amount} of {there}', 8)


class Piggy(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._saved = DictDB('saved', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def saved(self, _owner: Address) -> int:
        return self._saved[_owner]

    @external
    def give(self, _to: Address, _amount: int) -> None:
        if _amount <= 0:
            NotPositive(_amount)
        saved = self._saved[self.msg.sender]
        if _amount > saved:
            TooMuch(_amount, saved)
        self._saved[self.msg.sender] = saved - _amount  # ok: N05, N06
        self._saved[_to] += _amount  # ok: N05
