from iconservice import *

TAG = 'RaffleBarrel'


class RaffleBarrel(IconScoreBase):
    """The owner draws; the owner also chooses the block of the draw."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.tickets = ArrayDB('tickets', db, value_type=Address)
        self.prize = DictDB('prize', db, value_type=int)
        self.drawn = VarDB('drawn', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Winner(self, account: Address, amount: int):
        pass

    @external
    @payable
    def buy(self) -> None:
        if self.drawn.get() or self.msg.value != 10 ** 18:
            revert('a ticket costs 1 ICX, before the draw')
        self.tickets.put(self.msg.sender)

    @external
    def draw(self) -> None:
        if self.msg.sender != self.owner or self.drawn.get():
            revert('only the owner, only once')
        count = len(self.tickets)
        if count == 0:
            revert('no tickets')
        self.drawn.set(True)
        amount = self.icx.get_balance(self.address)
        lucky = self.tickets[self.block_height % count]  # expect: F10
        self.prize[lucky] = amount
        self.Winner(lucky, amount)

    @external
    def fetch(self) -> None:
        amount = self.prize[self.msg.sender]
        if amount <= 0:
            revert('no prize')
        self.prize[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
