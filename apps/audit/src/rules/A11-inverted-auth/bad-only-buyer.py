from iconservice import *

SENT, DISPUTED, TAKEN = 1, 2, 3


class Parcels(IconScoreBase):
    """A buyer may dispute a parcel that was sent to them."""

    @eventlog(indexed=1)
    def Disputed(self, number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._buyer = DictDB('buyer', db, value_type=Address)
        self._seller = DictDB('seller', db, value_type=Address)
        self._state = DictDB('state', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def send_to(self, buyer: Address) -> None:
        number = self._last.get() + 1
        self._last.set(number)
        self._seller[number] = self.msg.sender
        self._buyer[number] = buyer
        self._state[number] = SENT

    @external
    def dispute(self, number: int) -> None:
        if self._buyer[number] == self.msg.sender:  # expect: A11
            revert('Parcels: buyer only')
        if self._state[number] != SENT:
            revert('Parcels: state')
        self._state[number] = DISPUTED
        self.Disputed(number)

    @external
    def take(self, number: int) -> None:
        if self._buyer[number] != self.msg.sender:  # ok: A11
            revert('Parcels: buyer only')
        if self._state[number] != SENT:
            revert('Parcels: state')
        self._state[number] = TAKEN
