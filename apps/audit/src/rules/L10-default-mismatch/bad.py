from iconservice import *

TAG = 'Rental'


class Rental(IconScoreBase):

    @eventlog(indexed=1)
    def Rented(self, car: int, driver: Address, insured: bool):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._driver = DictDB('driver', db, value_type=Address)
        self._days = DictDB('days', db, value_type=int)
        self._label = VarDB('label', db, value_type=str)

    def on_install(self, _label: str = 0) -> None:  # expect: L10
        super().on_install()
        self._label.set(_label)

    def on_update(self) -> None:
        super().on_update()

    @external
    def rent(self, _car: int, _days: int = True, _insured: bool = 0) -> None:  # expect: L10
        if _car <= 0 or _days <= 0 or self._driver[_car] is not None:
            revert('Rental: no such car, or taken')
        self._driver[_car] = self.msg.sender
        self._days[_car] = _days
        self.Rented(_car, self.msg.sender, _insured)

    @external
    def giveBack(self, _car: int, _note: bytes = '') -> None:  # expect: L10
        if self._driver[_car] != self.msg.sender:
            revert('Rental: not yours')
        del self._driver[_car]
        self.Rented(_car, self.msg.sender, False)

    @external(readonly=True)
    def isFree(self, _car: int = 1.0) -> bool:  # expect: L10
        return self._driver[_car] is None

    @external(readonly=True)
    def carOf(self, _driver: Address = '') -> int:  # expect: L10
        return self._days[1] if self._driver[1] == _driver else 0
