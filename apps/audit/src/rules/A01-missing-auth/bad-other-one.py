from iconservice import *

TAG = 'Draughts'


class Draughts(IconScoreBase):
    """Two say who has won, and whoever is not the one is taken for the other."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._white = DictDB('white', db, value_type=Address)
        self._black = DictDB('black', db, value_type=Address)
        self._white_says = DictDB('white_says', db, value_type=int)
        self._black_says = DictDB('black_says', db, value_type=int)
        self._stake = DictDB('stake', db, value_type=int)
        self._open = DictDB('open', db, value_type=bool)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def begin(self, _other: Address) -> None:
        game = self._last.get() + 1
        self._last.set(game)
        self._white[game] = self.msg.sender
        self._black[game] = _other
        self._stake[game] = self.msg.value
        self._open[game] = True

    @external
    def say(self, _game: int, _winner: int) -> None:
        if not self._open[_game] or _winner not in (1, 2):
            revert('Draughts: over, or nobody')
        if self.msg.sender == self._white[_game]:
            self._white_says[_game] = _winner  # ok: A01
        else:
            self._black_says[_game] = _winner  # expect: A01

    @external
    def say_again(self, _game: int, _winner: int) -> None:
        if not self._open[_game] or _winner not in (1, 2):
            revert('Draughts: over, or nobody')
        if self.msg.sender == self._white[_game]:
            self._white_says[_game] = _winner  # ok: A01
        elif self.msg.sender == self._black[_game]:
            self._black_says[_game] = _winner  # ok: A01
        else:
            revert('Draughts: not your game')

    @external
    def close(self, _game: int) -> None:
        winner = self._white_says[_game]
        if not self._open[_game] or winner == 0 or winner != self._black_says[_game]:
            revert('Draughts: not agreed')
        self._open[_game] = False
        self.icx.transfer(self._white[_game] if winner == 1 else self._black[_game], self._stake[_game])
