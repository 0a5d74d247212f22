from iconservice import *

TAG = 'Archive'


class Archive(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._digest = DictDB('digest', db, value_type=bytes)
        self._creator = VarDB('creator', db, value_type=Address)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._creator.set(self.msg.sender)  # ok: L19
        self._record(b'install')

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Recorded(self, _number: int, _tx: bytes):
        pass

    @external(readonly=True)
    def digestOf(self, _number: int) -> bytes:
        return self._digest[_number]

    @external(readonly=True)
    def isQuery(self) -> bool:
        return self.tx is None  # ok: L19

    @external(readonly=True)
    def currentTransaction(self) -> bytes:
        return self.tx.hash if self.tx is not None else b''  # ok: L19

    @external(readonly=True)
    def sentAt(self) -> int:
        if self.tx is None:
            return 0
        return self.tx.timestamp  # ok: L19

    @external(readonly=True)
    def time(self) -> int:
        return self.now()

    @external
    def record(self) -> None:
        if self.msg.sender != self._creator.get():
            revert('Only the creator')
        self._record(self.tx.hash)  # ok: L19

    def _record(self, stamp: bytes) -> None:
        number = self._count.get() + 1
        self._count.set(number)
        self._digest[number] = stamp
        self.Recorded(number, stamp)
