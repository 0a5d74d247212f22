from iconservice import *

TAG = 'Crews'


class Crews(IconScoreBase):
    """The first crew has the number 0, and whoever belongs to none reads as 0, too."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._crews = VarDB('crews', db, value_type=int)
        self._crew_of = DictDB('crew_of', db, value_type=int)
        self._chest = DictDB('chest', db, value_type=int)
        self._ships = VarDB('ships', db, value_type=int)
        self._ship_of = DictDB('ship_of', db, value_type=int)
        self._hold = DictDB('hold', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def found(self) -> None:
        crew = self._crews.get()
        self._crews.set(crew + 1)
        self._crew_of[self.msg.sender] = crew

    @external
    @payable
    def fill(self, _crew: int, _ship: int) -> None:
        self._chest[_crew] += self.msg.value // 2
        self._hold[_ship] += self.msg.value - self.msg.value // 2

    @external
    def spend(self, _crew: int, _amount: int) -> None:
        if self._crew_of[self.msg.sender] != _crew:  # expect: A01
            revert('Crews: not your crew')
        if not 0 < _amount <= self._chest[_crew]:
            revert('Crews: amount')
        self._chest[_crew] -= _amount
        self.icx.transfer(self.msg.sender, _amount)

    # ships are counted from one
    @external
    def launch(self) -> None:
        ship = self._ships.get() + 1
        self._ships.set(ship)
        self._ship_of[self.msg.sender] = ship

    @external
    def unload(self, _ship: int, _amount: int) -> None:
        if self._ship_of[self.msg.sender] != _ship:  # ok: A01
            revert('Crews: not your ship')
        if not 0 < _amount <= self._hold[_ship]:
            revert('Crews: amount')
        self._hold[_ship] -= _amount
        self.icx.transfer(self.msg.sender, _amount)
