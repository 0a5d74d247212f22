from iconservice import *

TAG = 'Darts'

FREE, BOTH, THROWN, OVER = 'free', 'both', 'thrown', 'over'


class Game:
    """Whatever is kept of one game, below its number."""

    def __init__(self, number: int, db: IconScoreDatabase):
        self.first = VarDB(f'game|{number}|first', db, value_type=Address)
        self.second = VarDB(f'game|{number}|second', db, value_type=Address)
        self.stake = VarDB(f'game|{number}|stake', db, value_type=int)
        self.state = VarDB(f'game|{number}|state', db, value_type=str)
        self.points = DictDB(f'game|{number}|points', db, value_type=int)


class Darts(IconScoreBase):
    """A state that goes on from one to the next, within one call too, and lets nobody in again where it has ended."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._chips = DictDB('chips', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill(self) -> None:
        self._chips[self.msg.sender] += self.msg.value

    @external
    def cash(self) -> None:
        chips = self._chips[self.msg.sender]
        self._chips[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, chips)

    @external
    def begin(self, _stake: int) -> None:
        if not 0 < _stake <= self._chips[self.msg.sender]:
            revert('Darts: chips')
        self._chips[self.msg.sender] -= _stake
        number = self._last.get() + 1
        self._last.set(number)
        game = Game(number, self.db)
        game.first.set(self.msg.sender)
        game.stake.set(_stake)
        game.state.set(FREE)

    @external
    def join(self, _game: int) -> None:
        game = Game(_game, self.db)
        if game.state.get() != FREE or self._chips[self.msg.sender] < game.stake.get():
            revert('Darts: not free, or chips')
        self._chips[self.msg.sender] -= game.stake.get()
        game.second.set(self.msg.sender)
        game.state.set(BOTH)

    @external
    def give_up(self, _game: int) -> None:
        game = Game(_game, self.db)
        if game.first.get() != self.msg.sender or game.state.get() != FREE:
            revert('Darts: not yours, or not free')
        game.state.set(OVER)
        self._chips[self.msg.sender] += game.stake.get()  # ok: F13

    @external
    def throw(self, _game: int, _points: int) -> None:
        game = Game(_game, self.db)
        if game.state.get() not in (BOTH, THROWN):
            revert('Darts: not now')
        if self.msg.sender not in (game.first.get(), game.second.get()) or game.points[self.msg.sender] != 0:
            revert('Darts: not you, or not again')
        if not 0 < _points <= 180:
            revert('Darts: points')
        game.points[self.msg.sender] = _points
        game.state.set(THROWN)
        if game.points[game.first.get()] > 0 and game.points[game.second.get()] > 0:
            game.state.set(OVER)
            self._settle(game)  # ok: F13

    def _settle(self, game: Game) -> None:
        first, second = game.first.get(), game.second.get()
        winner = first if game.points[first] > game.points[second] else second
        self._chips[winner] += game.stake.get() * 2
