import random

from iconservice import *

TAG = 'DailyDraw'


class DailyDraw(IconScoreBase):
    """The owner draws one of the members each day."""

    @eventlog(indexed=1)
    def Drawn(self, number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._members = VarDB('members', db, value_type=int)
        self._drawn = VarDB('drawn', db, value_type=int)
        self._number_of = DictDB('number_of', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self) -> None:
        if self._number_of[self.msg.sender] != 0:
            revert('DailyDraw: already a member')
        number = self._members.get() + 1
        self._members.set(number)
        self._number_of[self.msg.sender] = number

    @external
    def draw(self) -> None:
        if self.msg.sender != self.owner:
            revert('DailyDraw: only the owner')
        if self._members.get() == 0:
            revert('DailyDraw: nobody there')
        random.seed(self.block_height)  # expect: D05
        number = random.randint(1, self._members.get())  # expect: D05
        self._drawn.set(number)
        self.Drawn(number)

    @external(readonly=True)
    def drawn(self) -> int:
        return self._drawn.get()
