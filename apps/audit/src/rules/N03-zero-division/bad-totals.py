from iconservice import *


class Dairy(IconScoreBase):
    """Farmers bring milk and have a share of the cheese; each cheese ripens for some days."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shares = DictDB('shares', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)
        self._votes = DictDB('votes', db, value_type=int)
        self._all_votes = VarDB('all_votes', db, value_type=int)
        self._cheeses = VarDB('cheeses', db, value_type=int)
        self._farmer = DictDB('farmer', db, value_type=Address)
        self._weight = DictDB('weight', db, value_type=int)
        self._days = DictDB('days', db, value_type=int)
        self._rind = DictDB('rind', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bring(self) -> None:
        if self.msg.value < 10**18:
            revert('Dairy: too little')
        self._shares[self.msg.sender] += self.msg.value
        self._total.set(self._total.get() + self.msg.value)
        self._votes[self.msg.sender] += 1

    @external
    def leave(self, _shares: int) -> None:
        if not 0 < _shares <= self._shares[self.msg.sender]:
            revert('Dairy: shares')
        amount = self.icx.get_balance(self.address) * _shares // self._total.get()  # ok: N03
        self._shares[self.msg.sender] -= _shares
        self._total.set(self._total.get() - _shares)
        self.icx.transfer(self.msg.sender, amount)

    # nothing is counted up along with a vote
    @external
    def weigh(self) -> None:
        if self._votes[self.msg.sender] <= 0:
            revert('Dairy: no votes')
        part = 100 * self._votes[self.msg.sender] // self._all_votes.get()  # expect: N03
        self._votes[self.msg.sender] = 0
        self._shares[self.msg.sender] += part
        self._total.set(self._total.get() + part)

    @external
    def lay_down(self, _weight: int, _days: int) -> None:
        if _weight <= 0 or not 1 <= _days <= 700:
            revert('Dairy: weight and days')
        cheese = self._cheeses.get() + 1
        self._cheeses.set(cheese)
        self._farmer[cheese] = self.msg.sender
        self._weight[cheese] = _weight
        self._days[cheese] = _days

    def _loss(self, _cheese: int) -> int:
        return self._weight[_cheese] // self._days[_cheese]  # ok: N03

    @external
    def turn(self, _cheese: int) -> None:
        if self._farmer[_cheese] != self.msg.sender:
            revert('Dairy: not your cheese')
        self._weight[_cheese] -= self._loss(_cheese)

    @external(readonly=True)
    def loss(self, _cheese: int) -> int:
        return self._loss(_cheese)

    @external
    def wash(self, _cheese: int) -> None:
        if self._farmer[_cheese] != self.msg.sender:
            revert('Dairy: not your cheese')
        self._weight[_cheese] -= self._weight[_cheese] // self._rind[_cheese]  # expect: N03
        self._rind[_cheese] = 7

    # the last one who leaves shares with nobody
    @external
    def leave_and_share(self, _shares: int) -> None:
        if not 0 < _shares <= self._shares[self.msg.sender]:
            revert('Dairy: shares')
        self._shares[self.msg.sender] -= _shares
        self._total.set(self._total.get() - _shares)
        price = self.icx.get_balance(self.address) // self._total.get()  # expect: N03
        self.icx.transfer(self.msg.sender, price * _shares)
