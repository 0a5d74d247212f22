from iconservice import *

TAG = 'Deposits'


class Deposits(IconScoreBase):

    @eventlog(indexed=2)
    def Opened(self, _owner: Address, _deposit: int, _amount: int):
        pass

    @eventlog(indexed=2)
    def Closed(self, _owner: Address, _deposit: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._owners = DictDB('owners', db, value_type=Address)
        self._amounts = DictDB('amounts', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def amount(self, _deposit: int) -> int:
        return self._amounts[_deposit]

    @payable
    @external
    def openDeposit(self) -> int:
        if self.msg.value < 10 ** 18:
            revert('Deposits: one ICX at least')
        deposit = self._count.get() + 1
        self._count.set(deposit)
        self._owners[deposit] = self.msg.sender
        self._amounts[deposit] = self.msg.value
        self.Opened(self.msg.sender, deposit, self.msg.value)
        return deposit  # expect: Q08

    @external
    def closeDeposit(self, _deposit: int) -> bool:
        if self._owners[_deposit] != self.msg.sender:
            revert('Deposits: not yours')
        amount = self._amounts[_deposit]
        self._owners.remove(_deposit)
        self._amounts.remove(_deposit)
        self.Closed(self.msg.sender, _deposit)
        self.icx.transfer(self.msg.sender, amount)
        return True  # expect: Q08
