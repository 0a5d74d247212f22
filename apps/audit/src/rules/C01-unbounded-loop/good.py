from iconservice import *

TAG = 'FanClub'
BATCH = 30
LEVELS = ['bronze', 'silver', 'gold']
MAX_HELPERS = 10


class FanClub(IconScoreBase):
    """Rewards are announced once and claimed one by one, or credited in batches."""

    @eventlog(indexed=1)
    def Joined(self, _fan: Address):
        pass

    @eventlog
    def Rewarded(self, _points: int, _upto: int):
        pass

    @eventlog(indexed=1)
    def HelperAdded(self, _helper: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fans = ArrayDB('fans', db, value_type=Address)
        self._joined = DictDB('joined', db, value_type=bool)
        self._points = DictDB('points', db, value_type=int)
        self._cursor = VarDB('cursor', db, value_type=int)
        self._helpers = ArrayDB('helpers', db, value_type=Address)
        self._is_helper = DictDB('is_helper', db, value_type=bool)
        self._prices = DictDB('prices', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        for level in LEVELS:  # ok: C01
            self._prices[level] = 100

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def points_of(self, _fan: Address) -> int:
        return self._points[_fan]

    @external(readonly=True)
    def price_of(self, _level: str) -> int:
        return self._prices[_level]

    @external
    def join(self):
        if self._joined[self.msg.sender]:
            revert('Joined already')
        self._joined[self.msg.sender] = True
        self._fans.put(self.msg.sender)
        self.Joined(self.msg.sender)

    @external
    def add_helper(self, _helper: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if self._is_helper[_helper] or len(self._helpers) >= MAX_HELPERS:
            revert('No more helpers')
        self._is_helper[_helper] = True
        self._helpers.put(_helper)
        self.HelperAdded(_helper)

    @external
    def reward(self, _points: int):
        if self.msg.sender != self.owner:
            revert('Only the owner rewards')
        if _points <= 0:
            revert('Points must be positive')
        start = self._cursor.get()
        end = min(start + BATCH, len(self._fans))
        for i in range(start, end):  # ok: C01
            self._points[self._fans[i]] += _points
        self._cursor.set(0 if end >= len(self._fans) else end)
        self.Rewarded(_points, end)

    @external
    def reward_helpers(self, _points: int):
        if self.msg.sender != self.owner:
            revert('Only the owner rewards')
        if _points <= 0:
            revert('Points must be positive')
        for helper in self._helpers:  # ok: C01
            self._points[helper] += _points
        self.Rewarded(_points, len(self._helpers))
