from iconservice import *

TAG = 'StoneThrow'


class StoneThrow(IconScoreBase):
    """Two players cover a stone each and open it later; anybody may ask who of the two has won."""

    STAKE = 10**18

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.sealed = DictDB('sealed', db, bytes, depth=2)
        self.opened = DictDB('opened', db, bytes, depth=2)
        self.won = DictDB('won', db, int)
        self.players = DictDB('players', db, int)
        self.done = DictDB('done', db, bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Won(self, table: int, player: Address):
        pass

    @eventlog(indexed=1)
    def Opened(self, table: int, player: Address):
        pass

    @external
    @payable
    def seal(self, table: int, stone: bytes) -> None:
        if self.msg.value != self.STAKE or len(stone) != 32 or self.players[table] >= 2:
            revert('a stake, a hash of 32 bytes, and a free place')
        if self.sealed[table][self.msg.sender] is not None:
            revert('you sit here already')
        self.players[table] += 1
        self.sealed[table][self.msg.sender] = stone
        self.Opened(table, self.msg.sender)

    @external
    def open(self, table: int, stone: bytes, salt: bytes) -> None:
        if len(stone) > 32 or len(salt) > 32:
            revert('too long')
        if sha3_256(stone + salt + self.msg.sender.to_bytes()) != self.sealed[table][self.msg.sender]:
            revert('another stone')
        self.opened[table][self.msg.sender] = stone
        self.Opened(table, self.msg.sender)

    @external
    def settle(self, table: int, first: Address, second: Address) -> None:
        if self.done[table] or first == second:
            revert('settled already, or no two players')
        one = self.opened[table][first]
        other = self.opened[table][second]
        if one and other:
            mixed = sha3_256(one + other + first.to_bytes())
            winner = first if int.from_bytes(mixed, 'big') % 2 == 0 else second  # ok: F10
            self.done[table] = True
            self.won[winner] += 2 * self.STAKE
            self.Won(table, winner)
        else:
            revert('not both are open')

    @external
    def collect(self) -> None:
        amount = self.won[self.msg.sender]
        if amount <= 0:
            revert('nothing won')
        self.won[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
