from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert, json_loads

TAG = 'PointDesk'
PACKS = (10, 50, 100)
SMALLEST_STAKE = 5


def require(condition: bool, message: str) -> None:
    if not condition:
        revert(message)


class PointDesk(IconScoreBase):
    """Every way to bound an amount from below that the rule has to know."""

    @eventlog(indexed=1)
    def Changed(self, account: Address, points: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._points = DictDB('points', db, value_type=int)
        self._locked = DictDB('locked', db, value_type=int)
        self._paid = DictDB('paid', db, value_type=int)
        self._token = VarDB('token', db, value_type=Address)

    def on_install(self, token: Address) -> None:
        super().on_install()
        self._token.set(token)

    @external(readonly=True)
    def points_of(self, account: Address) -> int:
        return self._points[account] + self._locked[account]

    @payable
    @external
    def pay_in(self, amount: int) -> None:
        require(amount == self.msg.value, 'amount differs from what was sent')
        self._paid[self.msg.sender] += amount  # ok: N05

    @external
    def pay_out(self, amount: int) -> None:
        require(amount <= self._paid[self.msg.sender], 'not that much was paid in')
        require(amount > 0, 'amount must be positive')
        self._paid[self.msg.sender] -= amount  # ok: N05
        self.icx.transfer(self.msg.sender, amount)

    @external
    def rescue(self, amount: int) -> None:
        require(self.msg.sender == self.owner, 'owner only')
        self.Changed(self.owner, amount)
        self.icx.transfer(self.owner, amount)  # ok: N05

    @external
    def buy_pack(self, size: int) -> None:
        require(size in PACKS, 'no such pack')
        require(self._paid[self.msg.sender] >= size, 'not that much was paid in')
        self._paid[self.msg.sender] -= size  # ok: N05
        self._points[self.msg.sender] += size

    @external
    def lock(self, points: int) -> None:
        if points < SMALLEST_STAKE or points > self._points[self.msg.sender]:
            revert('cannot lock that')
        self._points[self.msg.sender] -= points  # ok: N05
        self._locked[self.msg.sender] += points

    @external
    def unlock(self, points: int) -> None:
        if points not in range(1, self._locked[self.msg.sender] + 1):
            revert('cannot unlock that')
        self._locked[self.msg.sender] -= points  # ok: N05
        self._points[self.msg.sender] += points

    @external
    def give(self, friend: Address, points: int) -> None:
        points = max(0, min(points, self._points[self.msg.sender]))
        self._points[self.msg.sender] -= points  # ok: N05
        self._points[friend] += points
        self.Changed(friend, points)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        require(self.msg.sender == self._token.get(), 'unknown token')
        bonus = json_loads(_data.decode('utf-8')).get('bonus', 0)
        require(isinstance(bonus, int) and 0 <= bonus <= 10, 'bonus out of range')
        self._points[_from] += _value + bonus  # ok: N05
        self.Changed(_from, _value)
