from iconservice import *

TAG = 'Kite'


class Kept:
    """An attribute of a contract that lives in its database."""

    def __init__(self, key: str, value_type: type) -> None:
        self._key = key
        self._type = value_type

    def __get__(self, owner, owner_type):
        return VarDB(self._key, owner.db, value_type=self._type).get()

    def __set__(self, owner, given) -> None:
        VarDB(self._key, owner.db, value_type=self._type).set(given)  # expect: S02


class Kite(IconScoreBase):
    height = Kept('height', int)

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()
        self.height = 0

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def how_high(self) -> int:
        return self.height

    @external
    def fly(self, _feet: str) -> None:
        if self.msg.sender != self.owner:
            revert('not your kite')
        self.height = _feet
