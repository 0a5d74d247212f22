from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, DictDB, VarDB, external, eventlog, revert

TAG = 'Duel'


class Duel(IconScoreBase):
    """Two players, a fixed number of turns: neither limit ever changes."""
    SEATS = 2
    TURNS = 10

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._players = ArrayDB('players', db, Address)
        self._joined = DictDB('joined', db, bool)
        self._turns = VarDB('turns', db, int)
        self._next = VarDB('next', db, Address)

    def on_install(self) -> None:
        super().on_install()

    @eventlog
    def Started(self, first: Address):
        pass

    @eventlog
    def Ended(self, turns: int):
        pass

    @external(readonly=True)
    def turns(self) -> int:
        return self._turns.get()

    @external
    def join(self) -> None:
        if self._joined[self.msg.sender] or len(self._players) >= self.SEATS:
            revert('cannot join')
        self._joined[self.msg.sender] = True
        self._players.put(self.msg.sender)
        if len(self._players) == self.SEATS:  # ok: N08
            self._next.set(self._players[0])
            self.Started(self._players[0])

    @external
    def move(self) -> None:
        if self.msg.sender != self._next.get():
            revert('not your turn')
        turn = self._turns.get()
        if turn == self.TURNS:  # ok: N08
            revert('the duel is over')
        self._turns.set(turn + 1)
        self._next.set(self._players[(turn + 1) % self.SEATS])
        if turn + 1 == self.TURNS:  # ok: N08
            self.Ended(turn + 1)
