from iconservice import *

TAG = 'Grants'


def covered(method):
    """Lets the call through only if the caller owns at least `amount`."""
    @wraps(method)
    def inner(self, amount: int):
        if amount <= 0 or amount > self._granted[self.msg.sender]:
            revert('not granted')
        return method(self, amount)
    return inner


class Account:

    def __init__(self, key: str, db: IconScoreDatabase) -> None:
        self._value = VarDB(f'{key}_value', db, value_type=int)

    def value(self) -> int:
        return self._value.get()

    def credit(self, amount: int) -> None:
        self._value.set(self._value.get() + amount)

    def debit(self, amount: int) -> None:
        value = self._value.get()
        if amount > value:
            revert('budget exceeded')
        self._value.set(value - amount)  # ok: N06


class Grants(IconScoreBase):

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
        if self.msg.sender != self.owner:
            revert('owner only')
        if amount <= 0:
            revert('must be positive')
        self._budget.debit(amount)
        self._granted[to] += amount
        self.Granted(to, amount)

    @external
    @covered
    def draw(self, amount: int) -> None:
        self._granted[self.msg.sender] -= amount  # ok: N06
        self.Drawn(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)

    @external
    def draw_up_to(self, limit: int) -> None:
        if limit <= 0:
            revert('must be positive')
        amount = min(limit, self._granted[self.msg.sender])
        self._granted[self.msg.sender] -= amount  # ok: N06
        self.Drawn(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
