from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class LedgerBase(IconScoreBase):
    """The book of an amount that belongs to accounts. Names are up to the child."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.db_issued = VarDB('issued', db, int)
        self.db_book = DictDB('book', db, int)

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self.db_issued.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self.db_book[_owner]

    def _shift(self, giver: Address, taker: Address, amount: int) -> None:
        if amount <= 0 or amount > self.db_book[giver]:
            revert('amount is out of range')
        self.db_book[giver] -= amount
        self.db_book[taker] += amount
        self.Transfer(giver, taker, amount, b'')


class TeamPoints(LedgerBase):  # expect: T01

    def on_install(self, _points: int) -> None:
        super().on_install()
        if _points <= 0:
            revert('no points')
        self.db_issued.set(_points)
        self.db_book[self.msg.sender] = _points
        self.Transfer(NOBODY, self.msg.sender, _points, b'')

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Team Points'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'TMP'

    @external(readonly=True)
    def decimals(self) -> int:
        return 0

    @external
    def sendPoints(self, _to: Address, _value: int) -> None:
        self._shift(self.msg.sender, _to, _value)
