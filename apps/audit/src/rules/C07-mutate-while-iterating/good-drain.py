from iconservice import *

TAG = 'Queue'
MOST = 30


class Queue(IconScoreBase):

    @eventlog
    def Emptied(self, count: int):
        pass

    @eventlog(indexed=1)
    def Waiting(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._waiting = ArrayDB('waiting', db, value_type=Address)
        self._joined = DictDB('joined', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self) -> None:
        if self._joined[self.msg.sender] > 0 or len(self._waiting) >= MOST:
            revert('not now')
        self._joined[self.msg.sender] = self.block_height
        self._waiting.put(self.msg.sender)
        self.Waiting(self.msg.sender)

    @external
    def empty(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        count = len(self._waiting)
        # Takes out as many as there were, and reads none by its index.
        for _ in range(len(self._waiting)):  # ok: C07
            who = self._waiting.pop()
            self._joined[who] = 0
        self.Emptied(count)

    @external
    def keep(self, most: int) -> None:
        if self.msg.sender != self.owner or most < 0:
            revert('owner only')
        for _ in range(most, len(self._waiting)):  # ok: C07
            self._joined[self._waiting.pop()] = 0
        self.Emptied(most)

    @external
    def drop(self, who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        found = False
        count = len(self._waiting)
        for place in range(count):  # ok: C07
            if not found and self._waiting[place] == who:
                found = True
            if found:
                if place < count - 1:
                    self._waiting[place] = self._waiting[place + 1]
                else:
                    self._waiting.pop()
        self._joined[who] = 0
        self.Emptied(1)

    @external(readonly=True)
    def joined(self, who: Address) -> int:
        return self._joined[who]
