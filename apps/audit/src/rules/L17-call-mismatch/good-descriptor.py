from iconservice import *

TAG = 'Ferry'


class Stored:
    """An attribute that is kept in the database of the object that has it."""

    def __init__(self, name: str, value_type: type) -> None:
        self._name = name
        self._type = value_type

    def __get__(self, owner, owner_type):
        return VarDB(self._name, owner.db, value_type=self._type).get()

    def __set__(self, owner, given) -> None:
        VarDB(self._name, owner.db, value_type=self._type).set(given)


class Ferry(IconScoreBase):
    captain = Stored('captain', Address)
    seats = Stored('seats', int)

    @eventlog(indexed=1)
    def Sailed(self, captain: Address, seats: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self, _seats: int) -> None:
        super().on_install()
        self.seats = _seats
        self.captain = self.msg.sender

    def on_update(self) -> None:
        super().on_update()

    def _half(self, seats: int) -> int:
        return seats // 2

    @external
    def sail(self) -> None:
        if self.msg.sender != self.captain:
            revert('the captain sails')
        self.Sailed(self.captain, self._half(self.seats))  # ok: L17
