from iconservice import *

TAG = 'Raffle'
SEATS = 3


class Urn:
    """Draws places out of a number of tickets."""

    def __init__(self, size: int) -> None:
        self.size = size

    def place(self, seed: bytes, turn: int) -> int:
        return int.from_bytes(sha3_256(seed + bytes([turn])), 'big') % self.size

    def places(self, seed: bytes) -> list:
        drawn = []
        while len(drawn) < SEATS:  # expect: C02
            place = self.place(seed, len(drawn))
            if place not in drawn:
                drawn.append(place)
        return drawn

    def places_in_turn(self, seed: bytes) -> list:
        drawn = []
        turn = 0
        while len(drawn) < SEATS:  # ok: C02
            turn += 1
            place = self.place(seed, turn)
            if place in drawn:
                continue
            drawn.append(place)
        return drawn

    def free_place(self, seed: bytes, taken: list) -> int:
        while True:  # expect: C02
            place = self.place(seed, len(taken))
            if place not in taken:
                return place

    def free_place_behind(self, seed: bytes, taken: list) -> int:
        place = self.place(seed, 0)
        while True:  # ok: C02
            if place not in taken:
                return place
            place = (place + 1) % self.size


class Raffle(IconScoreBase):
    """The owner draws seats for the members of a club."""

    @eventlog(indexed=1)
    def Seated(self, _place: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._members = ArrayDB('members', db, value_type=Address)
        self._names = DictDB('names', db, value_type=str)
        self._waiting = ArrayDB('waiting', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _check_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner draws')

    @external
    def enter(self) -> None:
        if len(self._members) >= 100 or self._names[self.msg.sender] != '':
            revert(f'{TAG}: no entry')
        self._names[self.msg.sender] = 'member'
        self._members.put(self.msg.sender)

    @external
    def seat(self, _seed: bytes) -> None:
        self._check_owner()
        urn = Urn(len(self._members))
        for place in urn.places(_seed) + urn.places_in_turn(_seed):
            self.Seated(place)
        self.Seated(urn.free_place(_seed, [1, 2]))
        self.Seated(urn.free_place_behind(_seed, [1, 2]))

    @external
    def call_waiting(self, _limit: int) -> None:
        self._check_owner()
        place = 0
        while place < len(self._waiting):  # expect: C02
            if self._waiting[place] < _limit:
                self.Seated(self._waiting[place])
                place += 1

    @external
    def drop_waiting(self, _limit: int) -> None:
        self._check_owner()
        place = 0
        while place < len(self._waiting):  # ok: C02
            if self._waiting[place] < _limit:
                last = self._waiting.pop()
                if place < len(self._waiting):
                    self._waiting[place] = last
            else:
                place += 1

    @external(readonly=True)
    def place_of(self, _number: int) -> int:
        """Of three comparisons one comes out."""
        low, high = 0, len(self._waiting) - 1
        while low <= high:  # ok: C02
            middle = (low + high) // 2
            if self._waiting[middle] < _number:
                low = middle + 1
            elif self._waiting[middle] > _number:
                high = middle - 1
            elif self._waiting[middle] == _number:
                return middle
        return -1
