from iconservice import *

TAG = 'Notary'


class Notary(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deeds = DictDB('deeds', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Recorded(self, _who: Address, _digest: bytes):
        pass

    @external(readonly=True)
    def deedOf(self, _who: Address) -> bytes:
        return self._deeds[_who]

    @external
    def record(self, _text: str) -> None:
        from iconservice import sha3_256  # expect: L15
        if len(_text) > 1000:
            revert('Text is too long')
        digest = sha3_256(_text.encode())
        self._deeds[self.msg.sender] = digest
        self.Recorded(self.msg.sender, digest)
