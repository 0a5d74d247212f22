from iconservice import *

TAG = 'Granary'


class GranaryWithDoor(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._grain = VarDB('grain', db, value_type=Address)
        self._empty = VarDB('empty', db, value_type=bool)

    def on_install(self, _grain: Address) -> None:
        super().on_install()
        self._grain.set(_grain)
        self._empty.set(True)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Fed(self, by: Address):
        pass

    @eventlog(indexed=1)
    def Restocked(self, by: Address, amount: int):
        pass

    @external
    def feed(self) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if self._empty.get():
            revert('Nothing left')
        self._empty.set(True)
        self.Fed(self.msg.sender)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._grain.get():
            revert('Only grain')
        self._empty.set(False)  # ok: A04
        self.Restocked(_from, _value)
