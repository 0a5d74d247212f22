from iconservice import *

TAG = 'Rents'
MONTH = 30 * 86400 * 10 ** 6


class Coins(InterfaceScore):
    @interface
    def transferFrom(self, _from: Address, _to: Address, _value: int):
        pass


class Rents(IconScoreBase):
    """Rents are fetched once a month; what could not be fetched must not count as paid."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = VarDB('coins', db, value_type=Address)
        self._tenant = DictDB('tenant', db, value_type=Address)
        self._rent = DictDB('rent', db, value_type=int)
        self._due = DictDB('due', db, value_type=int)

    def on_install(self, _coins: Address) -> None:
        super().on_install()
        self._coins.set(_coins)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Skipped(self, room: int):
        pass

    @external
    def move_in(self, _room: int, _rent: int) -> None:
        if self._tenant[_room] is not None or _rent <= 0:
            revert('Rents: taken')
        self._tenant[_room] = self.msg.sender
        self._rent[_room] = _rent
        self._due[_room] = self.now()

    def _fetch(self, _room: int) -> None:
        coins = self.create_interface_score(self._coins.get(), Coins)
        coins.transferFrom(self._tenant[_room], self.owner, self._rent[_room])

    @external
    def fetch_or_skip(self, _room: int) -> None:
        if self._tenant[_room] is None or self.now() < self._due[_room]:
            revert('Rents: not due')
        self._due[_room] = self._due[_room] + MONTH
        try:
            self._fetch(_room)
        except BaseException:  # expect: F06
            self.Skipped(_room)

    @external
    def fetch(self, _room: int) -> None:
        if self._tenant[_room] is None or self.now() < self._due[_room]:
            revert('Rents: not due')
        due = self._due[_room]
        self._due[_room] = due + MONTH
        try:
            self._fetch(_room)
        except BaseException:  # ok: F06
            self._due[_room] = due
            self.Skipped(_room)
