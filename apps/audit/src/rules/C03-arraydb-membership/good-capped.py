from iconservice import *

TAG = 'RaceGrid'


class RaceGrid(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._places = VarDB('places', db, value_type=int)
        self._drivers = ArrayDB('drivers', db, value_type=Address)
        self._tyres = ArrayDB('tyres', db, value_type=str)
        self._fitted = DictDB('fitted', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._places.set(12)
        for tyre in ['soft', 'medium', 'hard']:
            self._tyres.put(tyre)

    def on_update(self) -> None:
        super().on_update()

    # never more than twelve, a number that nobody changes
    @external
    def line_up(self) -> None:
        if self.msg.sender in self._drivers:  # ok: C03
            revert(f'{TAG}: you have a place')
        if len(self._drivers) < self._places.get():
            self._drivers.put(self.msg.sender)
        else:
            revert(f'{TAG}: all places are taken')

    # three, since the day of the install
    @external
    def fit(self, _tyre: str) -> None:
        if _tyre not in self._tyres:  # ok: C03
            revert(f'{TAG}: no such tyre')
        self._fitted[self.msg.sender] = _tyre
