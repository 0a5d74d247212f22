from iconservice import *

TAG = 'RaceGrid'


class RaceGrid(IconScoreBase):

    @eventlog
    def Chosen(self, _tyres: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._places = VarDB('places', db, value_type=int)
        self._drivers = ArrayDB('drivers', db, value_type=Address)
        self._tyres = ArrayDB('tyres', db, value_type=str)
        self._chosen = ArrayDB('chosen', db, value_type=str)
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

    # ten at most, and none of those before
    @external
    def choose_tyres(self, _names: str) -> None:
        names = json_loads(_names)
        if self.msg.sender != self.owner or len(names) > 10:
            revert(f'{TAG}: the owner chooses up to ten')
        while len(self._chosen) > 0:
            self._chosen.pop()
        for name in names:
            self._chosen.put(name)
        self.Chosen(len(names))

    @external
    def fit_chosen(self, _tyre: str) -> None:
        if _tyre not in self._chosen:  # ok: C03
            revert(f'{TAG}: not among the chosen ones')
        self._fitted[self.msg.sender] = _tyre
