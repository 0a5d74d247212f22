from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, payable, eventlog, interface, revert


class IVault(InterfaceScore):
    @interface
    def credit(self, _who: Address, _amount: int, _note: str):
        pass


def must_be_positive(amount: int) -> int:
    if amount <= 0:
        revert('amount must be positive')
    return amount


class Till(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.vault = VarDB('vault', db, Address)
        self.paid = DictDB('paid', db, int)

    def on_install(self, vault: Address) -> None:
        super().on_install()
        self.vault.set(vault)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Paid(self, who: Address, amount: int):
        pass

    @external(readonly=True)
    def paidBy(self, who: Address) -> int:
        return self.paid[who]

    @external
    @payable
    def pay(self) -> None:
        amount = must_be_positive(self.msg.value)
        self.book(self.msg.sender, amount)
        self.Paid(amount, self.msg.sender)  # expect: L17
        vault = self.create_interface_score(self.vault.get(), IVault)
        vault.icx(amount).credit(str(self.msg.sender), amount, 'till')  # expect: L17

    @external
    def payNothing(self) -> None:
        # the zero address was meant
        self.book(0, 0)  # expect: L17
        self.Paid(self.msg.sender, '0')  # expect: L17

    def book(self, who: Address, amount: int) -> None:
        self.paid[who] += amount
