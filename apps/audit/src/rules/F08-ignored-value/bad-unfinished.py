from iconservice import *

TAG = 'PawnShop'


class PawnShop(IconScoreBase):
    """A method that is not written yet takes ICX already; another one is there for nothing but to take it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.keeper = VarDB('keeper', db, Address)

    def on_install(self) -> None:
        super().on_install()
        self.keeper.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill_till(self) -> None:  # ok: F08
        pass

    @external
    @payable
    def redeem_pledge(self, ticket: int) -> None:  # expect: F08
        """Gives the pledge back to whoever brings the loan."""

    @external
    def empty_till(self) -> None:
        if self.msg.sender != self.keeper.get():
            revert('only the keeper')
        self.icx.transfer(self.keeper.get(), self.icx.get_balance(self.address))
