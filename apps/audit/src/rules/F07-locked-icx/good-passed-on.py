from iconservice import *

TAG = 'ToolHire'


class Bank(InterfaceScore):
    @interface
    def deposit(self, customer: Address) -> None:
        pass


class Money(IconScoreBase):
    """The way out is in the base class, and another one is a call that carries ICX."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.pledge = DictDB('pledge', db, int)
        self.bank = VarDB('bank', db, Address)

    def on_install(self, bank: Address) -> None:
        super().on_install()
        self.bank.set(bank)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def PledgeChanged(self, customer: Address, amount: int):
        pass

    @external
    def bring_back(self) -> None:
        amount = self.pledge[self.msg.sender]
        if amount <= 0:
            revert('nothing hired')
        self.pledge[self.msg.sender] = 0
        self.PledgeChanged(self.msg.sender, 0)
        self.icx.transfer(self.msg.sender, amount)


class ToolHire(Money):  # ok: F07
    @external
    @payable
    def hire(self) -> None:
        if self.msg.value <= 0:
            revert('leave a pledge')
        self.pledge[self.msg.sender] += self.msg.value
        self.PledgeChanged(self.msg.sender, self.msg.value)

    @external
    @payable
    def pay(self) -> None:
        if self.msg.value <= 0:
            revert('pay the hire')
        self.PledgeChanged(self.msg.sender, 0)
        bank = self.create_interface_score(self.bank.get(), Bank)
        bank.icx(self.msg.value).deposit(self.msg.sender)

    @external(readonly=True)
    def pledge_of(self, customer: Address) -> int:
        return self.pledge[customer]
