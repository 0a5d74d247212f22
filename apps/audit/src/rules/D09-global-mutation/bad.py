from iconservice import *

TAG = 'Queue'
SEEN = []
LAST = {'number': 0}
served = 0


class Queue(IconScoreBase):
    WAITING = {}

    @eventlog(indexed=1)
    def Called(self, guest: Address, number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._number_of = DictDB('number_of', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def take(self) -> None:
        if self.msg.sender in SEEN:
            revert('Queue: you have a number')
        SEEN.append(self.msg.sender)  # expect: D09
        LAST['number'] += 1  # expect: D09
        LAST['number'] %= 1000  # ok: D09
        self._number_of[self.msg.sender] = LAST['number']
        self.WAITING[self.msg.sender] = True  # expect: D09

    @external
    def call(self, _guest: Address) -> None:
        global served
        if self.msg.sender != self.owner:
            revert('Queue: only the owner')
        served += 1  # expect: D09
        del Queue.WAITING[_guest]  # expect: D09
        self.Called(_guest, served)

    @external(readonly=True)
    def numberOf(self, _guest: Address) -> int:
        return self._number_of[_guest]
