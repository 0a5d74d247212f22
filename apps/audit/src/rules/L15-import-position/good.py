"""A registrar of digests."""
from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB

TAG = 'Registrar'
LIMIT = 1000

from iconservice import external, eventlog, revert, sha3_256  # ok: L15


class Registrar(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._digests = DictDB('digests', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Recorded(self, _who: Address, _digest: bytes):
        pass

    @external(readonly=True)
    def digestOf(self, _who: Address) -> bytes:
        return self._digests[_who]

    @external
    def record(self, _text: str) -> None:
        if len(_text) > LIMIT:
            revert('Text is too long')
        digest = sha3_256(_text.encode())
        self._digests[self.msg.sender] = digest
        self.Recorded(self.msg.sender, digest)
