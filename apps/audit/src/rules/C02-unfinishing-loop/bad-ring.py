from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, VarDB, external, eventlog, revert

TAG = 'Rota'


class Ring:
    """Positions in a ring; `step` may be larger than one."""

    def __init__(self, size: int) -> None:
        self.size = size

    def after(self, position: int, step: int) -> int:
        return (position + step) % self.size


class Team(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._people = ArrayDB('people', db, Address)
        self._turn = VarDB('turn', db, int)

    def on_install(self) -> None:
        super().on_install()

    def _owner_only(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')

    @eventlog
    def Turn(self, person: Address):
        pass


class Rota(Team):
    RING = 12

    @external(readonly=True)
    def turn(self) -> int:
        return self._turn.get()

    @external
    def add(self, person: Address) -> None:
        self._owner_only()
        if len(self._people) >= self.RING:
            revert('full')
        self._people.put(person)
        self.Turn(person)

    @external
    def advance(self, step: int) -> None:
        self._owner_only()
        if not 0 < step < self.RING:
            revert('step out of range')
        ring = Ring(self.RING)
        start = self._turn.get()
        place = ring.after(start, step)
        while place != 0:  # expect: C02
            place = ring.after(place, step)
        self._turn.set(place)
        self.Turn(self._people[place])

    @external
    def announce(self) -> None:
        self._owner_only()
        place = 0
        while place < len(self._people):  # expect: C02
            if self._people[place] == self.owner:
                continue
            self.Turn(self._people[place])
            place += 1
