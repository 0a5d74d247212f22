from iconservice import *

TAG = 'SealLog'


class SealLog(IconScoreBase):
    """Keeps who started the transaction beside who called: for the record only."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.inspector = VarDB('inspector', db, Address)
        self.sealed_by = DictDB('sealed_by', db, Address)
        self.sealed_from = DictDB('sealed_from', db, Address)

    def on_install(self) -> None:
        super().on_install()
        self.inspector.set(self.owner)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Sealed(self, container: int, inspector: Address, origin: Address):
        pass

    def inspector_only(self) -> None:
        if self.msg.sender != self.inspector.get():
            revert('inspector only')

    @external
    def seal(self, container: int) -> None:
        self.inspector_only()
        if container <= 0:
            revert('bad container')
        self.sealed_by[container] = self.msg.sender
        self.sealed_from[container] = self.tx.origin  # ok: A02
        self.Sealed(container, self.msg.sender, self.tx.origin)

    @external(readonly=True)
    def who_sealed(self, container: int) -> Address:
        return self.sealed_by[container]
