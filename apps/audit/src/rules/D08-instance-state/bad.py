from iconservice import *

TAG = 'Poll'


class Poll(IconScoreBase):

    @eventlog(indexed=1)
    def Voted(self, voter: Address, count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._voted = DictDB('voted', db, value_type=bool)
        self._count = 0
        self._recent = []
        self._weight = {}

    def on_install(self) -> None:
        super().on_install()
        self._closed = False  # expect: D08

    def on_update(self) -> None:
        super().on_update()

    @external
    def vote(self) -> None:
        if self._closed:
            revert('Poll: closed')
        if self._voted[self.msg.sender]:
            revert('Poll: already voted')
        self._voted[self.msg.sender] = True
        self._count += 1  # expect: D08
        self._recent.append(self.msg.sender)  # expect: D08
        self._weight[self.msg.sender] = 1  # expect: D08
        self.Voted(self.msg.sender, self._count)

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('Poll: only the owner')
        self._closed = True  # expect: D08
        self.Voted(self.msg.sender, self._count)

    @external(readonly=True)
    def count(self) -> int:
        return self._count
