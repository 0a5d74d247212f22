from iconservice import *

TAG = 'FerryDesk'


class Trip:
    PLANNED = 0
    SAILING = 1
    ARRIVED = 2
    DROPPED = 3


class FerryDesk(IconScoreBase):
    """Fares are held here until a trip is over; several methods close one, by a helper that they share."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._state = DictDB('state', db, value_type=int)
        self._guest = DictDB('guest', db, value_type=Address)
        self._captain = DictDB('captain', db, value_type=Address)
        self._fare = DictDB('fare', db, value_type=int)
        self._credit = DictDB('credit', db, value_type=int)
        self._trips = VarDB('trips', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def book(self, captain: Address) -> None:
        trip = self._trips.get() + 1
        self._trips.set(trip)
        self._guest[trip] = self.msg.sender
        self._captain[trip] = captain
        self._fare[trip] = self.msg.value

    @external
    def cast_off(self, trip: int) -> None:
        if self.msg.sender != self._captain[trip] or self._state[trip] != Trip.PLANNED:
            revert(f'{TAG}: not planned')
        self._state[trip] = Trip.SAILING

    def _close(self, trip: int, state: int) -> None:
        self._state[trip] = state  # ok: F13

    def _require_begun(self, trip: int) -> None:
        if self._state[trip] < Trip.SAILING:
            revert(f'{TAG}: still in port')

    @external
    def arrive(self, trip: int) -> None:
        if self._guest[trip] != self.msg.sender or self._state[trip] != Trip.SAILING:  # ok: F13
            revert(f'{TAG}: not sailing')
        self._close(trip, Trip.ARRIVED)  # ok: F13
        self._credit[self._captain[trip]] += self._fare[trip]

    @external
    def drop(self, trip: int) -> None:
        if self._captain[trip] != self.msg.sender or self._state[trip] < Trip.SAILING:  # expect: F13
            revert(f'{TAG}: still in port')
        self._close(trip, Trip.DROPPED)
        self._credit[self._guest[trip]] += self._fare[trip]

    @external
    def give_up(self, trip: int) -> None:
        if self._captain[trip] != self.msg.sender:
            revert(f'{TAG}: not your trip')
        self._require_begun(trip)
        self._close(trip, Trip.DROPPED)  # expect: F13
        self._credit[self._guest[trip]] += self._fare[trip]

    @external
    def take(self) -> None:
        amount = self._credit[self.msg.sender]
        self._credit[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
