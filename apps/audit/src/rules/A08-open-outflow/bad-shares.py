from iconservice import *

TAG = 'Choir'


class Choir(IconScoreBase):
    """Deposits under a number that anybody may name, and a bonus on top."""

    _DEPOSITS = 'deposits'
    _BONUS = 'bonus'
    _OPEN = 'open'

    @eventlog(indexed=1)
    def Left(self, _number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deposits = DictDB(self._DEPOSITS, db, value_type=int)
        self._bonus = DictDB(self._BONUS, db, value_type=int)
        self._open = DictDB(self._OPEN, db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def join(self, _number: int) -> None:
        if self._open[_number]:
            revert('the number is taken')
        self._open[_number] = True
        self._deposits[_number] = self.msg.value

    @external
    def leave(self, _number: int) -> None:
        if not self._open[_number]:
            revert('nobody has this number')
        amount = self._deposits[_number] + self._bonus['all']
        self._open[_number] = False
        self._deposits[_number] = 0
        self.Left(_number)
        self.icx.transfer(self.msg.sender, amount)  # expect: A08

    @external
    def setBonus(self, _amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self._bonus['all'] = _amount
