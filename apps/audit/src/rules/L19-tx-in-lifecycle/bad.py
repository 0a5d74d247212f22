from iconservice import *

TAG = 'Foundation'


class Foundation(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._birth = VarDB('birth', db, value_type=bytes)
        self._seen = DictDB('seen', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()
        self._birth.set(self.tx.hash)  # expect: L19

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Signed(self, _who: Address, _tx: bytes):
        pass

    @external(readonly=True)
    def birth(self) -> bytes:
        return self._birth.get()

    @external(readonly=True)
    def haveISigned(self) -> bool:
        return self._seen[self.tx.origin]  # expect: L19

    @external
    def sign(self) -> None:
        if self._seen[self.msg.sender]:
            revert('Signed already')
        self._seen[self.msg.sender] = True
        self.Signed(self.msg.sender, self.tx.hash)  # ok: L19
