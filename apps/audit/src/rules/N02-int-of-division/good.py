from iconservice import *

TAG = 'SplitPay'


class SplitPay(IconScoreBase):
    """Income is split between two partners; what is left over goes to the second."""

    @eventlog
    def Split(self, _first: int, _second: int):
        pass

    @eventlog(indexed=1)
    def Taken(self, _partner: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._parts = VarDB('parts', db, value_type=int)
        self._credit = DictDB('credit', db, value_type=int)
        self._first = VarDB('first', db, value_type=Address)
        self._second = VarDB('second', db, value_type=Address)

    def on_install(self, _first: Address, _second: Address, _rule: str) -> None:
        super().on_install()
        parts = int(_rule.split('/')[0])  # ok: N02
        if not 0 < parts <= 100:
            revert('Parts must be 1 to 100')
        self._first.set(_first)
        self._second.set(_second)
        self._parts.set(parts)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def share(self, _amount: int) -> int:
        return int(_amount * self._parts.get() // 100)  # ok: N02

    @external(readonly=True)
    def tag_number(self, _tag: bytes) -> int:
        return int.from_bytes(_tag[:4], 'big')  # ok: N02

    @external(readonly=True)
    def has_credit(self, _partner: Address) -> int:
        return int(self._credit[_partner] > 0)  # ok: N02

    @payable
    def fallback(self):
        first, rest = divmod(self.msg.value * self._parts.get(), 100)  # ok: N02
        second = self.msg.value - first
        self._credit[self._first.get()] += first
        self._credit[self._second.get()] += second
        self.Split(first, second)

    @external
    def take(self):
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('No credit')
        amount = min(amount, amount // 2 + 1)  # ok: N02
        self._credit[self.msg.sender] -= amount
        self.Taken(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
