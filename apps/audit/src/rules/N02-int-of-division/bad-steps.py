from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, payable, eventlog, revert

TAG = 'Harvest'


def part_of(amount: int, numerator: int, denominator: int) -> int:
    if denominator == 0:
        return 0
    quotient = amount * numerator / denominator
    return int(quotient)  # expect: N02


class Pot(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pot = VarDB('pot', db, int)
        self._seats = DictDB('seats', db, int)
        self._all_seats = VarDB('all_seats', db, int)

    def on_install(self) -> None:
        super().on_install()

    @payable
    def fallback(self) -> None:
        self._pot.set(self._pot.get() + self.msg.value)

    def _fraction(self, account: Address):
        whole = self._all_seats.get()
        if whole == 0:
            revert('nobody has a seat')
        return self._seats[account] / whole


class Harvest(Pot):

    @eventlog(indexed=1)
    def Seated(self, account: Address, seats: int):
        pass

    @eventlog(indexed=1)
    def Harvested(self, account: Address, amount: int):
        pass

    @external(readonly=True)
    def expected(self, account: Address) -> int:
        return part_of(self._pot.get(), self._seats[account], self._all_seats.get())

    @external
    def seat(self, account: Address, seats: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if seats <= 0 or self._seats[account] > 0:
            revert('cannot seat')
        self._seats[account] = seats
        self._all_seats.set(self._all_seats.get() + seats)
        self.Seated(account, seats)

    @external
    def harvest(self) -> None:
        amount = int(self._pot.get() * self._fraction(self.msg.sender))  # expect: N02
        pot = self._pot.get()
        if amount <= 0 or amount > pot:
            revert('nothing to harvest')
        self._pot.set(pot - amount)
        self.Harvested(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
