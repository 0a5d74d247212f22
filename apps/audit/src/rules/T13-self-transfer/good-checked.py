from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, payable, eventlog, revert


class Purse(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.coins = DictDB('coins', db, int)
        self.savings = DictDB('savings', db, int)
        self.pots = DictDB('pots', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Given(self, giver: Address, taker: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Saved(self, who: Address, amount: int):
        pass

    @external(readonly=True)
    def coinsOf(self, who: Address) -> int:
        return self.coins[who]

    @external
    @payable
    def fill(self) -> None:
        if self.msg.value <= 0:
            revert('send ICX')
        self.coins[self.msg.sender] += self.msg.value
        self.pots['all'] += self.msg.value
        self.Saved(self.msg.sender, self.msg.value)

    @external
    def empty(self) -> None:
        rest = self.coins[self.msg.sender]
        if rest <= 0:
            revert('nothing there')
        self.coins[self.msg.sender] = 0
        self.Given(self.msg.sender, self.msg.sender, rest)
        self.icx.transfer(self.msg.sender, rest)

    @external
    def give(self, taker: Address, amount: int) -> None:
        giver = self.msg.sender
        if taker == giver:
            revert('to yourself?')
        mine = self.coins[giver]
        theirs = self.coins[taker]
        if amount <= 0 or amount > mine:
            revert('amount is out of range')
        self.coins[giver] = mine - amount
        self.coins[taker] = theirs + amount  # ok: T13
        self.Given(giver, taker, amount)

    @external
    def lend(self, taker: Address, amount: int) -> None:
        self._must_differ(self.msg.sender, taker)
        mine = self.coins[self.msg.sender]
        theirs = self.coins[taker]
        if amount <= 0 or amount > mine:
            revert('amount is out of range')
        self.coins[self.msg.sender] = mine - amount
        self.coins[taker] = theirs + amount  # ok: T13
        self.Given(self.msg.sender, taker, amount)

    @external
    def save(self, amount: int) -> None:
        # two dictionaries with the same key
        coins = self.coins[self.msg.sender]
        savings = self.savings[self.msg.sender]
        if amount <= 0 or amount > coins:
            revert('amount is out of range')
        self.coins[self.msg.sender] = coins - amount
        self.savings[self.msg.sender] = savings + amount  # ok: T13
        self.Saved(self.msg.sender, amount)

    @external
    def unsave(self) -> None:
        # one dictionary with two different constants as keys
        amount = self.savings[self.msg.sender]
        everything = self.pots['all']
        moved = self.pots['moved']
        if amount <= 0 or everything < amount:
            revert('nothing saved')
        self.savings[self.msg.sender] = 0
        self.coins[self.msg.sender] += amount
        self.pots['all'] = everything - amount
        self.pots['moved'] = moved + amount  # ok: T13
        self.Saved(self.msg.sender, amount)

    def _must_differ(self, giver: Address, taker: Address) -> None:
        if giver == taker:
            revert('to yourself?')
