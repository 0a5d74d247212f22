from iconservice import *

TAG = 'Matches'

OPEN, ENDED = 1, 2


class Match:
    """Whatever is kept of one match, below its number."""

    def __init__(self, db: IconScoreDatabase, number: int):
        self.home = VarDB(f'match|{number}|home', db, value_type=Address)
        self.referee = VarDB(f'match|{number}|referee', db, value_type=Address)
        self.stake = VarDB(f'match|{number}|stake', db, value_type=int)
        self.state = VarDB(f'match|{number}|state', db, value_type=int)
        self.until = VarDB(f'match|{number}|until', db, value_type=int)
        self.sealed = DictDB(f'match|{number}|sealed', db, value_type=bytes)
        self.moves = DictDB(f'match|{number}|moves', db, value_type=int)


class Matches(IconScoreBase):
    """A referee decides who gets the stake of a match: not who calls is asked for, but whom the caller names."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._purse = DictDB('purse', db, value_type=int)
        self._offers = DictDB('offers', db, value_type=bool, depth=2)
        self._helper = DictDB('helper', db, value_type=str)
        self._pot = VarDB('pot', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def begin(self, _referee: Address, _sealed: bytes) -> None:
        number = self._last.get() + 1
        self._last.set(number)
        match = Match(self.db, number)
        match.home.set(self.msg.sender)
        match.referee.set(_referee)
        match.stake.set(self.msg.value)
        match.until.set(self.block_height + 43_200)
        match.sealed[self.msg.sender] = _sealed
        match.state.set(OPEN)

    @external
    def end(self, _match: int, _referee: Address) -> None:
        match = Match(self.db, _match)
        if match.referee.get() != _referee:  # expect: A03
            revert('Matches: referee only')
        if match.state.get() != OPEN:
            revert('Matches: not open')
        match.state.set(ENDED)
        self._purse[match.home.get()] += match.stake.get()

    # the word to what was sealed comes from the one who has sealed it, whoever brings it
    @external
    def unseal(self, _match: int, _player: Address, _move: int, _salt: str) -> None:
        match = Match(self.db, _match)
        if match.state.get() != OPEN or _player != match.home.get():  # ok: A03
            revert('Matches: not open, or no player')
        if sha3_256(f'{_player}/{_move}/{_salt}'.encode()) != match.sealed[_player]:
            revert('Matches: not what was sealed')
        match.moves[_player] = _move
        match.state.set(ENDED)

    # once the time is over anybody may end it, and says whom they mean
    @external
    def expire(self, _match: int, _referee: Address) -> None:
        match = Match(self.db, _match)
        if match.referee.get() != _referee or match.state.get() != OPEN:  # ok: A03
            revert('Matches: not this one')
        if self.block_height <= match.until.get():
            revert('Matches: it runs')
        match.state.set(ENDED)
        self._pot.set(self._pot.get() + match.stake.get())

    @external
    def offer_help(self, _match: int) -> None:
        self._offers[_match][self.msg.sender] = True

    # who has offered help is chosen here, and is not meant to call
    @external
    def choose_helper(self, _match: int, _helper: Address) -> None:
        if not self._offers[_match][_helper]:  # ok: A03
            revert('Matches: has not offered')
        self._helper[_match] = str(_helper)

    @external
    def draw(self) -> None:
        amount = self._purse[self.msg.sender]
        self._purse[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)

    @external
    def empty_pot(self) -> None:
        if self.msg.sender != self.owner:
            revert('Matches: owner only')
        amount = self._pot.get()
        self._pot.set(0)
        self.icx.transfer(self.owner, amount)
