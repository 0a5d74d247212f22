from iconservice import *

TAG = 'Auction'


class Auction(IconScoreBase):
    MIN_STEP = 10

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._best = VarDB('best', db, value_type=int)
        self._bidder = VarDB('bidder', db, value_type=Address)
        self._end = VarDB('end', db, value_type=int)

    def on_install(self, _end: int) -> None:
        super().on_install()
        if _end <= block_height:  # expect: L18
            revert('End is in the past')
        self._end.set(_end)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Bid(self, _who: Address, _amount: int):
        pass

    @external(readonly=True)
    def best(self) -> int:
        return self._best.get()

    @external
    @payable
    def bid(self) -> None:
        if self.block_height > self._end.get():
            revert('The auction is over')
        amount = msg.value  # expect: L18
        if amount < self._best.get() + MIN_STEP:  # expect: L18
            revert('Bid higher')
        before, refund = self._bidder.get(), self._best.get()
        self._best.set(ammount)  # expect: L18
        self._bidder.set(self.msg.sender)
        self.Bid(self.msg.sender, amount)
        if before is not None:
            self.icx.transfer(before, refund)

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if self.block_height <= self._end.get():
            revert('The auction runs')
        best = self._best.get()
        self._best.set(0)
        self.Bid(ZERO_SCORE_ADRESS, 0)  # expect: L18
        self.icx.transfer(self.owner, best)
