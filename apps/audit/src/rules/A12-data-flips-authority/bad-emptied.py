from iconservice import *

TAG = 'Market'


class Market(IconScoreBase):
    """A word in a note decides whose takings are emptied."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._takings = DictDB('takings', db, value_type=int)
        self._notes = DictDB('notes', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def pay(self, _stall: Address) -> None:
        fee = self.msg.value // 50
        self._takings[self.address] += fee
        self._takings[_stall] += self.msg.value - fee

    @external
    def collect(self, _note: str) -> None:
        stall = self.msg.sender
        if _note == 'house':
            stall = self.address  # expect: A12
        takings = self._takings[stall]
        self._takings[stall] = 0
        self.icx.transfer(self.msg.sender, takings)

    @external
    def write(self, _note: str) -> None:
        place = self.msg.sender
        if _note == 'house':
            place = self.address  # ok: A12
        self._notes[place] = _note[:40]
