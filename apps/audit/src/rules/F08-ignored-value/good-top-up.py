from iconservice import *

TAG = 'Pond'


class Pond(IconScoreBase):
    """A method that does nothing but take ICX in."""

    @eventlog(indexed=1)
    def Emptied(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def top_up(self) -> None:  # ok: F08
        pass

    @external
    def empty(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        amount = self.icx.get_balance(self.address)
        self.Emptied(amount)
        self.icx.transfer(self.owner, amount)
