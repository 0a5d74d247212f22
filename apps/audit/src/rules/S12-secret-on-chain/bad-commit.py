from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert, sha3_256, json_dumps

TAG = 'Riddle'


def digest(text: str) -> bytes:
    return sha3_256(text.encode('utf-8'))


class Game(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._hand = DictDB('hand', db, value_type=bytes)
        self._shown = DictDB('shown', db, value_type=str)
        self._vault = VarDB('vault', db, value_type=str)
        self._until = VarDB('until', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._until.set(self.block_height + 43200)

    @eventlog(indexed=1)
    def Shown(self, player: Address, hand: str):
        pass

    @eventlog
    def Stored(self, note: str):
        pass


class Riddle(Game):
    """Rock, paper, scissors: three possible hands, so three possible hashes."""

    @external(readonly=True)
    def shown(self, player: Address) -> str:
        return self._shown[player]

    @external
    def commit(self, hand_hash: bytes) -> None:
        if self.block_height > self._until.get() or self._hand[self.msg.sender] is not None:
            revert('too late')
        self._hand[self.msg.sender] = hand_hash

    @external
    def reveal(self, hand: str) -> None:
        if self.block_height <= self._until.get():
            revert('too early')
        if digest(hand) != self._hand[self.msg.sender]:  # expect: S12
            revert('another hand')
        self._shown[self.msg.sender] = hand
        self.Shown(self.msg.sender, hand)

    @external
    def backup(self, mnemonic: str) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self._vault.set(json_dumps({'words': mnemonic}))  # expect: S12
        self.Stored('words')
