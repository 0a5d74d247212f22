from iconservice import *

TAG = 'HarbourWheel'


class HarbourWheel(IconScoreBase):

    @eventlog(indexed=1)
    def Landed(self, _sailor: Address, _field: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rum = DictDB('rum', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # two games ask one place, and that is the place to mend
    def _drawn(self, _wish: str) -> int:
        mixed = _wish + str(self.now()) + self.tx.hash.hex()
        return int.from_bytes(sha3_256(mixed.encode()), 'big')  # expect: F10

    @external
    def spin(self, _wish: str) -> None:
        if self.msg.sender.is_contract:
            revert('HarbourWheel: people only')
        field = self._drawn(_wish) % 12
        if field == 7:
            self._rum[self.msg.sender] += 3
        self.Landed(self.msg.sender, field)

    @external
    def toss(self, _wish: str) -> None:
        if self.msg.sender.is_contract:
            revert('HarbourWheel: people only')
        if self._drawn(_wish) % 2 == 0:
            self._rum[self.msg.sender] += 1
