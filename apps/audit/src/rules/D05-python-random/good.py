from iconservice import *

TAG = 'Commitments'


class Commitments(IconScoreBase):
    """First all commit to a secret, then all reveal: nobody knows the sum before the last one has spoken."""

    @eventlog(indexed=1)
    def Revealed(self, who: Address, random: bytes):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._closes_at = VarDB('closes_at', db, value_type=int)
        self._random = DictDB('random', db, value_type=bytes)
        self._revealed = DictDB('revealed', db, value_type=bool)

    def on_install(self, _blocks: int) -> None:
        super().on_install()
        if _blocks <= 0 or _blocks > 43200:
            revert('Commitments: 1 to 43200 blocks')
        self._closes_at.set(self.block_height + _blocks)

    def on_update(self) -> None:
        super().on_update()

    @external
    def commit(self, _hash: bytes) -> None:
        if self.block_height >= self._closes_at.get():
            revert('Commitments: closed')
        if len(_hash) != 32:
            revert('Commitments: 32 bytes')
        self._random[self.msg.sender] = _hash  # ok: D05

    @external
    def reveal(self, _random: bytes) -> None:
        if self.block_height < self._closes_at.get():
            revert('Commitments: still open')
        if self._revealed[self.msg.sender]:
            revert('Commitments: already revealed')
        if len(_random) != 32 or sha3_256(self.msg.sender.to_bytes() + _random) != self._random[self.msg.sender]:
            revert('Commitments: not what was committed')
        self._revealed[self.msg.sender] = True
        self.Revealed(self.msg.sender, _random)  # ok: D05

    @external(readonly=True)
    def isRevealed(self, _who: Address) -> bool:
        return self._revealed[_who]
