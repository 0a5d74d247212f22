from iconservice import *

TAG = 'Purse'


class Purse(IconScoreBase):

    @eventlog(indexed=3)
    def ICXTransfer(self, _from: Address, _to: Address, _amount: int):  # expect: L07
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._saved = DictDB('saved', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def save(self) -> None:
        self._saved[self.msg.sender] += self.msg.value

    @external
    def take(self) -> None:
        amount = self._saved[self.msg.sender]
        self._saved[self.msg.sender] = 0
        self.ICXTransfer(self.address, self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)

    @external(readonly=True)
    def savedBy(self, _account: Address) -> int:
        return self._saved[_account]
