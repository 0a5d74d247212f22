from iconservice import *

TAG = 'Vault'


class Vault(IconScoreBase):

    @eventlog(indexed=1)
    def Left(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deposits = DictDB('deposits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def deposit_of(self, _account: Address) -> int:
        return self._deposits[_account]

    @payable
    @external
    def deposit(self):
        self._deposits[self.msg.sender] += self.msg.value

    @external
    def leave(self):
        amount = self._deposits[self.msg.sender]
        if amount <= 0:
            revert('Nothing to leave with')
        self._deposits[self.msg.sender] = 0
        self.Left(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
