from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert


class Shares:
    """A helper that reads and writes shares of pools."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self._db = DictDB('shares', db, int, depth=2)

    def read(self, pool: int, who: Address) -> int:
        return self._db[pool][who]

    def write(self, pool: int, who: Address, amount: int) -> None:
        self._db[pool][who] = amount


class LiquidityBook(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.shares = Shares(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def SharesMoved(self, giver: Address, taker: Address, pool: int, amount: int):
        pass

    @eventlog(indexed=2)
    def SharesIssued(self, taker: Address, pool: int, amount: int):
        pass

    @external(readonly=True)
    def sharesOf(self, who: Address, pool: int) -> int:
        return self.shares.read(pool, who)

    @external
    def issue(self, taker: Address, pool: int, amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if amount <= 0:
            revert('amount must be positive')
        self.shares.write(pool, taker, self.shares.read(pool, taker) + amount)
        self.SharesIssued(taker, pool, amount)

    @external
    def move(self, taker: Address, pool: int, amount: int) -> None:
        giver = self.msg.sender
        left, right = self.shares.read(pool, giver), self.shares.read(pool, taker)
        if amount <= 0 or amount > left:
            revert('amount is out of range')
        self.shares.write(pool, taker, right + amount)
        # the order is the other way round here: sending to oneself destroys shares
        self.shares.write(pool, giver, left - amount)  # expect: T13
        self.SharesMoved(giver, taker, pool, amount)
