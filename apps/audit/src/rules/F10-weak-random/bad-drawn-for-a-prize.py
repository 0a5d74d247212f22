from iconservice import *

TAG = 'DoorPrize'


class DoorPrize(IconScoreBase):
    """No coin passes through, but whoever is drawn gets the hamper at the door."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guests = ArrayDB('guests', db, value_type=Address)
        self._drawn = VarDB('drawn', db, value_type=Address)
        self._came = DictDB('came', db, value_type=bool)
        self._lucky = DictDB('lucky', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _number(self, below: int) -> int:
        return int.from_bytes(self.tx.hash, 'big') % below  # expect: F10

    @external
    def come_in(self) -> None:
        if self._came[self.msg.sender]:
            revert(f'{TAG}: counted already')
        self._came[self.msg.sender] = True
        self._guests.put(self.msg.sender)

    @external
    def draw(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the host only')
        self._drawn.set(self._guests[self._number(len(self._guests))])

    @external
    def try_luck(self) -> None:
        if self.msg.sender.is_contract:
            revert(f'{TAG}: people only')
        if int.from_bytes(sha3_256(str(self.now()).encode()), 'big') % 50 == 0:  # expect: F10
            self._lucky[self.msg.sender] = True
