from iconservice import *

TAG = 'Proofs'


class Proof:
    """Compared with ==; never a key of a dict and never in a set."""

    def __init__(self, id: int, digest: bytes) -> None:
        self.id = id
        self.digest = digest

    def __eq__(self, other: 'Proof') -> bool:
        return self.id == other.id and self.digest == other.digest

    def __hash__(self) -> int:
        return hash((self.id, self.digest))  # ok: D06


class Proofs(IconScoreBase):

    @eventlog(indexed=1)
    def Filed(self, id: int, hash: bytes):  # ok: D06
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._hash = DictDB('hash', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def hash(self, text: str) -> bytes:
        return sha3_256(text.encode())

    @external
    def file(self, _text: str) -> None:
        if len(_text) == 0 or len(_text) > 1000:
            revert('Proofs: 1 to 1000 characters')
        id = self._count.get() + 1
        digest = self.hash(_text)  # ok: D06
        self._count.set(id)
        self._hash[id] = digest
        self.Filed(id, digest)

    @external(readonly=True)
    def isProof(self, _id: int, _text: str) -> bool:
        stored = self._hash[_id]
        return stored is not None and Proof(_id, stored) == Proof(_id, self.hash(_text))
