from iconservice import *

TAG = 'Rental'
DEFAULT_DAYS = 7
EXA = 10 ** 18


class Rental(IconScoreBase):

    @eventlog(indexed=1)
    def Rented(self, car: int, driver: Address, deposit: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._driver = DictDB('driver', db, value_type=Address)
        self._days = DictDB('days', db, value_type=int)
        self._label = VarDB('label', db, value_type=str)

    def on_install(self, _label: str = 'cars', _open: bool = True) -> None:  # ok: L10
        super().on_install()
        self._label.set(_label if _open else '')

    def on_update(self) -> None:
        super().on_update()

    def _limit(self, days: int = True) -> int:  # ok: L10
        return 30 if days > 1 else 1

    @external
    def rent(self, _car: int, _days: int = DEFAULT_DAYS, _deposit: int = 2 * EXA) -> None:  # ok: L10
        if _car <= 0 or _days <= 0 or _days > self._limit(_days) or _deposit < EXA:
            revert('Rental: out of range')
        if self._driver[_car] is not None:
            revert('Rental: taken')
        self._driver[_car] = self.msg.sender
        self._days[_car] = _days
        self.Rented(_car, self.msg.sender, _deposit)

    @external
    def giveBack(self, _car: int, _note: bytes = b'', _text: str = '', _to: Address = None) -> None:  # ok: L10
        if self._driver[_car] != self.msg.sender:
            revert('Rental: not yours')
        del self._driver[_car]
        self.Rented(_car, self.msg.sender, 0)

    @external(readonly=True)
    def daysOf(self, _car: int = -1, _who: 'Address' = ZERO_SCORE_ADDRESS) -> int:  # ok: L10
        return self._days[_car] if self._driver[_car] == _who else 0

    @external(readonly=True)
    def label(self, _upper: bool = False, _least: int = None) -> str:  # ok: L10
        text = self._label.get()
        return text.upper() if _upper else text
