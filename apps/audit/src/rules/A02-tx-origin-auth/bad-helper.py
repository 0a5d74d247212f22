from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'ChipCounter'


class Caller(IconScoreBase):
    """Base class with the question 'who is it?' answered wrongly, once for all."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.chips = DictDB('chips', db, value_type=int)
        self.dealer = VarDB('dealer', db, value_type=Address)

    def on_install(self, dealer: Address) -> None:
        super().on_install()
        self.dealer.set(dealer)

    def on_update(self) -> None:
        super().on_update()

    @property
    def who(self) -> Address:
        return self.tx.origin  # expect: A02

    def dealer_only(self) -> None:
        if self.who != self.dealer.get():
            revert('dealer only')


class ChipCounter(Caller):
    @eventlog(indexed=1)
    def ChipsGiven(self, player: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def ChipsBet(self, player: Address, amount: int):
        pass

    @external
    def give(self, player: Address, amount: int) -> None:
        self.dealer_only()
        if amount <= 0:
            revert('bad amount')
        self.chips[player] += amount
        self.ChipsGiven(player, amount)

    @external
    def bet(self, amount: int) -> None:
        player = self.who
        if amount <= 0:
            revert('bad amount')
        self.chips[player] = max(self.chips[player] - amount, 0)
        self.ChipsBet(player, amount)

    @external(readonly=True)
    def chips_of(self, player: Address) -> int:
        return self.chips[player]
