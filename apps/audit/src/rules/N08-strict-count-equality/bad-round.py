from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, DictDB, VarDB, external, eventlog, revert

TAG = 'Draft'


class Settings(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seats = VarDB('seats', db, int)
        self._closing = VarDB('closing', db, int)

    def on_install(self, seats: int, closing: int) -> None:
        super().on_install()
        self._seats.set(seats)
        self._closing.set(closing)

    @eventlog
    def Changed(self, seats: int, closing: int):
        pass

    @external
    def change(self, seats: int, closing: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if seats <= 0 or closing <= self.block_height:
            revert('out of range')
        self._seats.set(seats)
        self._closing.set(closing)
        self.Changed(seats, closing)

    @property
    def seats(self) -> int:
        return self._seats.get()


class Draft(Settings):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._players = ArrayDB('players', db, Address)
        self._joined = DictDB('joined', db, bool)
        self._weight = VarDB('weight', db, int)
        self._open = VarDB('open', db, bool)

    @eventlog
    def Closed(self, players: int):
        pass

    @external(readonly=True)
    def is_open(self) -> bool:
        return self._open.get()

    def _close(self) -> None:
        self._open.set(False)
        self.Closed(len(self._players))

    @external
    def start(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self._open.set(True)
        self.Closed(0)

    @external
    def join(self) -> None:
        if not self._open.get() or self._joined[self.msg.sender]:
            revert('cannot join')
        self._joined[self.msg.sender] = True
        self._players.put(self.msg.sender)
        taken = len(self._players)
        if taken == self.seats:  # expect: N08
            self._close()

    @external
    def lift(self, weight: int) -> None:
        if not 0 < weight <= 5 or not self._joined[self.msg.sender]:
            revert('cannot lift')
        self._weight.set(self._weight.get() + weight)
        limit = self.seats
        if self._weight.get() != limit:  # expect: N08
            return
        self._close()

    @external
    def tick(self) -> None:
        if self.block_height == self._closing.get():  # expect: N08
            self._close()
