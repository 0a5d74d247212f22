from iconservice import IconScoreBase, IconScoreDatabase, VarDB, external, eventlog, revert

TAG = 'Rota'
RING = 12


def root(number: int) -> int:
    """The integer square root, by Newton's method: it comes nearer with each turn."""
    if number < 2:
        return number
    guess = number
    better = (guess + 1) // 2
    while better < guess:  # ok: C02
        guess = better
        better = (guess + number // guess) // 2
    return guess


class Rota(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._turn = VarDB('turn', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    @eventlog
    def Turn(self, place: int):
        pass

    @external(readonly=True)
    def turn(self) -> int:
        return self._turn.get()

    @external(readonly=True)
    def side(self, area: int) -> int:
        if not 0 <= area <= 10 ** 36:
            revert('area out of range')
        return root(area)

    @external
    def advance(self, step: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if not 0 < step < RING:
            revert('step out of range')
        place = self._turn.get()
        while place < RING:  # ok: C02
            place += step
        self._turn.set(place % RING)
        self.Turn(place % RING)

    @external
    def rewind(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        place = self._turn.get() % RING
        while place != 0:  # ok: C02
            place -= 1
        self._turn.set(place)
        self.Turn(place)
