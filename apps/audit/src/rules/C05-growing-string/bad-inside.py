from iconservice import *

TAG = 'Chess'


class Chess(IconScoreBase):

    @eventlog(indexed=1)
    def Moved(self, game: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._games = DictDB('games', db, value_type=str)
        self._scores = DictDB('scores', db, value_type=str)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def start(self) -> None:
        number = self._count.get() + 1
        self._count.set(number)
        self._games[number] = json_dumps({'moves': [], 'log': '', 'turn': 0})  # ok: C05
        self.Moved(number)

    @external
    def move(self, game: int, to: str) -> None:
        state = json_loads(self._games[game])
        state['moves'].append(to)
        self._games[game] = json_dumps(state)  # expect: C05
        self.Moved(game)

    @external
    def say(self, game: int, text: str) -> None:
        state = json_loads(self._games[game])
        state['log'] = state['log'] + text
        self._games[game] = json_dumps(state)  # expect: C05
        self.Moved(game)

    @external
    def win(self, who: Address) -> None:
        score = json_loads(self._scores[who])
        score['wins'] = score['wins'] + 1
        self._scores[who] = json_dumps(score)  # ok: C05
        self.Moved(0)

    @external
    def copy(self, game: int, to: str) -> None:
        state = json_loads(self._games[game])
        log = str(state['log'])
        state['log'] = log + ',' + to
        self._games[game] = json_dumps(state)  # expect: C05
        self.Moved(game)
