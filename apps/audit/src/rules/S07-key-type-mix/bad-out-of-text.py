from iconservice import *

TAG = 'Tombola'
MOST = 20


class Tombola(IconScoreBase):
    """Tickets are kept as texts until the draw; wins are counted for each player."""

    @eventlog(indexed=1)
    def Drawn(self, player: Address, number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tickets = ArrayDB('tickets', db, value_type=str)
        self._wins = DictDB('wins', db, value_type=int)
        self._draws = DictDB('draws', db, value_type=int)
        self._prize = DictDB('prize', db, value_type=int)
        self._bonus = DictDB('prize', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self, number: int) -> None:
        if len(self._tickets) >= MOST:
            revert(f'{TAG}: full')
        self._tickets.put(json_dumps({'player': str(self.msg.sender), 'number': number}))

    @external
    def draw(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: owner only')
        while len(self._tickets) > 0:
            ticket = json_loads(self._tickets.pop())
            player = Address.from_string(ticket['player'])
            self._wins[player] += 1
            self._draws[player] += 1  # ok: S07
            self._draws[player] -= self._wins[ticket['player']]  # expect: S07
            self.Drawn(player, ticket['number'])

    @external
    def grant(self, name: str, amount: int) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: owner only')
        self._prize[name] = amount  # ok: S07
        self._bonus[self.msg.sender] = amount
        self._bonus[str(self.msg.sender)] += amount  # expect: S07

    @external(readonly=True)
    def wins_of(self, player: Address) -> int:
        return self._wins[player] + self._draws[player]  # ok: S07

    @external(readonly=True)
    def bonus_of(self, player: Address) -> int:
        return self._bonus[player]  # ok: S07
