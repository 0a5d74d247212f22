from iconservice import *

TAG = 'Wishingwell'


class Wishingwell(IconScoreBase):
    """The last digit of what lies in the well decides; who throws in a coin chooses it."""

    @eventlog(indexed=1)
    def Granted(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def throw(self) -> None:
        if self.msg.sender.is_contract:
            revert('Wishingwell: people only')
        coins = self.msg.value
        depth = self.icx.get_balance(self.address)
        if coins == 0 or depth < 5 * coins:
            revert('Wishingwell: too much or too little')
        if depth % 7 == 3:  # expect: F10
            self.Granted(self.msg.sender, 4 * coins)
            self.icx.transfer(self.msg.sender, 4 * coins)
