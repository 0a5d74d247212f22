from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert

TAG = 'Grants'


class Account:
    """One number in storage with the two movements on it."""

    def __init__(self, key: str, db: IconScoreDatabase) -> None:
        self._value = VarDB(f'{key}_value', db, value_type=int)

    def value(self) -> int:
        return self._value.get()

    def credit(self, amount: int) -> None:
        self._value.set(self._value.get() + amount)

    def debit(self, amount: int) -> None:
        self._value.set(self._value.get() - amount)  # expect: N06


class Guarded(IconScoreBase):

    def owner_only(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')

    def positive(self, amount: int) -> None:
        if amount <= 0:
            revert('must be positive')


class Grants(Guarded):

    @eventlog(indexed=1)
    def Granted(self, to: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Drawn(self, to: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._budget = Account('budget', db)
        self._granted = DictDB('granted', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    @external(readonly=True)
    def budget(self) -> int:
        return self._budget.value()

    @payable
    @external
    def endow(self) -> None:
        self._budget.credit(self.msg.value)
        self.Granted(self.address, self.msg.value)

    @external
    def grant(self, to: Address, amount: int) -> None:
        self.owner_only()
        self.positive(amount)
        self._budget.debit(amount)
        self._granted[to] += amount
        self.Granted(to, amount)

    @external
    def draw(self, amount: int) -> None:
        self.positive(amount)
        left = self._granted[self.msg.sender]
        if left == 0:
            revert('nothing granted')
        self._granted[self.msg.sender] = left - amount  # expect: N06
        self.Drawn(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
