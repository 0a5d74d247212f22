from iconservice import *

TAG = 'FanClub'


class FanClub(IconScoreBase):

    @eventlog(indexed=1)
    def Joined(self, _fan: Address):
        pass

    @eventlog
    def Rewarded(self, _points: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fans = ArrayDB('fans', db, value_type=Address)
        self._joined = DictDB('joined', db, value_type=bool)
        self._points = DictDB('points', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def points_of(self, _fan: Address) -> int:
        return self._points[_fan]

    @external
    def join(self):
        if self._joined[self.msg.sender]:
            revert('Joined already')
        self._joined[self.msg.sender] = True
        self._fans.put(self.msg.sender)
        self.Joined(self.msg.sender)

    @external
    def reward(self, _points: int):
        if self.msg.sender != self.owner:
            revert('Only the owner rewards')
        if _points <= 0:
            revert('Points must be positive')
        for fan in self._fans:  # expect: C01
            self._points[fan] += _points
        self.Rewarded(_points)

    @external
    def reward_first(self, _count: int):
        if self.msg.sender != self.owner:
            revert('Only the owner rewards')
        for i in range(_count):  # expect: C01
            self._points[self._fans[i]] += 1
        self.Rewarded(1)

    @external
    def move_up(self, _fan: Address):
        if not self._joined[_fan] or self._points[self.msg.sender] < 1:
            revert('Not possible')
        self._points[self.msg.sender] -= 1
        for i in range(len(self._fans)):  # expect: C01
            if self._fans[i] == _fan:
                self._fans[i] = self._fans[0]
                self._fans[0] = _fan
                break
