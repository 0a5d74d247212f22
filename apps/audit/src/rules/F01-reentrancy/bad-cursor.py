from iconservice import *

TAG = 'PrizeDraw'

BATCH = 10


class PrizeDraw(IconScoreBase):
    """Pays in batches; the cursor moves only after all were paid."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.winners = ArrayDB('winners', db, value_type=Address)
        self.prize = VarDB('prize', db, value_type=int)
        self.next = VarDB('next', db, value_type=int)

    def on_install(self, prize: int) -> None:
        super().on_install()
        if prize <= 0:
            revert('prize must be positive')
        self.prize.set(prize)

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner fills the pot')
        if self.msg.value < self.prize.get():
            revert('too little')

    @external
    def add_winner(self, who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self.winners.put(who)

    @external
    def pay_batch(self) -> None:
        start = self.next.get()
        end = min(start + BATCH, len(self.winners))
        for at in range(start, end):
            self.icx.transfer(self.winners[at], self.prize.get())  # expect: F01
        self.next.set(end)
