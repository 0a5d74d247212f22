from iconservice import *

TAG = 'Boats'

DAY = 86400 * 10 ** 6


class Boats(IconScoreBase):
    """What a claim is held against stays as it was, or the time of the last one is noted on some ways only."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = DictDB('keeper', db, value_type=Address)
        self._deposit = DictDB('deposit', db, value_type=int)
        self._limit = DictDB('limit', db, value_type=int)
        self._credit = DictDB('credit', db, value_type=int)
        self._given = DictDB('given', db, value_type=int)
        self._pool = VarDB('pool', db, value_type=int)
        self._seen = DictDB('seen', db, value_type=int)
        self._visits = DictDB('visits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def hire(self, _boat: int) -> None:
        self._deposit[_boat] += self.msg.value

    def _keepers_only(self, _boat: int) -> None:
        if self._keeper[_boat] != self.msg.sender:
            revert('Boats: keeper only')

    @external
    def claim_damage(self, _boat: int, _amount: int) -> None:
        self._keepers_only(_boat)
        if not 0 < _amount <= self._deposit[_boat]:
            revert('Boats: more than the deposit')
        self._credit[self.msg.sender] += _amount  # expect: F13

    @external
    def claim_delay(self, _boat: int, _amount: int) -> None:
        self._keepers_only(_boat)
        if not 0 < _amount <= self._deposit[_boat]:
            revert('Boats: more than the deposit')
        self._deposit[_boat] -= _amount
        self._credit[self.msg.sender] += _amount  # ok: F13

    # a limit is for each claim, and nothing that becomes less
    @external
    def claim_fuel(self, _boat: int, _amount: int) -> None:
        if self.msg.sender != self.owner or not 0 < _amount <= self._limit[_boat]:
            revert('Boats: owner only, and up to the limit')
        self._credit[self._keeper[_boat]] += _amount  # ok: F13

    @external
    @payable
    def give(self) -> None:
        self._given[self.msg.sender] += self.msg.value
        self._pool.set(self._pool.get() + self.msg.value)

    @external
    def withdraw_gift(self) -> None:
        pool = self._pool.get()
        amount = min(self._given[self.msg.sender], pool)
        if amount == 0:
            revert('Boats: nothing given')
        self._pool.set(pool - amount)
        self.icx.transfer(self.msg.sender, amount)  # expect: F13

    @external
    def visit(self) -> None:
        guest = self.msg.sender
        last = self._seen[guest]
        if last != 0 and self.now() - last < DAY:
            revert('Boats: once a day')
        if last == 0:
            self._seen[guest] = self.now()
            coins = 20
        else:
            self._visits[guest] += 1
            coins = 5 + min(self._visits[guest], 7)
        self._credit[guest] += coins  # expect: F13

    @external
    def visit_again(self) -> None:
        guest = self.msg.sender
        last = self._seen[guest]
        if last != 0 and self.now() - last < DAY:
            revert('Boats: once a day')
        self._seen[guest] = self.now()
        self._credit[guest] += 20 if last == 0 else 5  # ok: F13

    @external
    def collect(self) -> None:
        credit = self._credit[self.msg.sender]
        self._credit[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, credit)
