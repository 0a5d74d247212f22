from iconservice import *

TAG = 'CoinFlip'

REVEAL_BLOCKS = 1800


class CoinFlip(IconScoreBase):
    """Commit and reveal: the house commits before the guess is known, and loses by silence."""

    _COMMITMENT = 'commitment'
    _PLAYER = 'player'
    _GUESS = 'guess'
    _STAKE = 'stake'
    _DEADLINE = 'deadline'
    _CREDIT = 'credit'
    _GAME = 'game'

    @eventlog(indexed=1)
    def Opened(self, _game: int):
        pass

    @eventlog(indexed=2)
    def Guessed(self, _game: int, _player: Address, _guess: int):
        pass

    @eventlog(indexed=2)
    def Closed(self, _game: int, _winner: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Fetched(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._commitment = DictDB(self._COMMITMENT, db, bytes)
        self._player = DictDB(self._PLAYER, db, Address)
        self._guess = DictDB(self._GUESS, db, int)
        self._stake = DictDB(self._STAKE, db, int)
        self._deadline = DictDB(self._DEADLINE, db, int)
        self._credit = DictDB(self._CREDIT, db, int)
        self._game = VarDB(self._GAME, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def open(self, _commitment: bytes) -> None:
        if self.msg.sender != self.owner:
            revert('CoinFlip: only the house')
        if len(_commitment) != 32 or self.msg.value <= 0:
            revert('CoinFlip: commit 32 bytes and a stake')
        game = self._game.get() + 1
        self._game.set(game)
        self._commitment[game] = _commitment
        self._stake[game] = self.msg.value
        self.Opened(game)

    @external
    @payable
    def guess(self, _game: int, _guess: int) -> None:
        if self._stake[_game] <= 0 or self._player[_game] is not None:
            revert('CoinFlip: not open')
        if _guess < 0 or _guess > 1 or self.msg.value != self._stake[_game]:
            revert('CoinFlip: 0 or 1, and the same stake')
        self._player[_game] = self.msg.sender
        self._guess[_game] = _guess
        self._stake[_game] = self.msg.value * 2
        self._deadline[_game] = self.block_height + REVEAL_BLOCKS  # ok: F10
        self.Guessed(_game, self.msg.sender, _guess)

    @external
    def reveal(self, _game: int, _number: bytes) -> None:
        if self.msg.sender != self.owner:
            revert('CoinFlip: only the house')
        if self._player[_game] is None or self._stake[_game] <= 0:
            revert('CoinFlip: not running')
        if self.block_height > self._deadline[_game]:  # ok: F10
            revert('CoinFlip: too late')
        if len(_number) != 32 or sha3_256(_number) != self._commitment[_game]:
            revert('CoinFlip: another number was committed')
        player = self._player[_game]
        side = int.from_bytes(sha3_256(_number + player.to_bytes()), 'big') % 2  # ok: F10
        self._close(_game, player if side == self._guess[_game] else self.owner)

    @external
    def claimSilence(self, _game: int) -> None:
        player = self._player[_game]
        if player is None or self._stake[_game] <= 0:
            revert('CoinFlip: not running')
        if self.block_height <= self._deadline[_game]:
            revert('CoinFlip: the house has time')
        self._close(_game, player)

    def _close(self, game: int, winner: Address) -> None:
        amount = self._stake[game]
        self._stake[game] = 0
        self._credit[winner] += amount  # ok: A01
        self.Closed(game, winner, amount)

    @external
    def fetch(self) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('CoinFlip: nothing to fetch')
        self._credit[self.msg.sender] = 0
        self.Fetched(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
