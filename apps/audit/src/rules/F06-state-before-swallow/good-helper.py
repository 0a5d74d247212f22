from iconservice import *

TAG = 'ScoutCamp'


class CampBank(InterfaceScore):
    @interface
    def pay(self, account: Address, amount: int) -> None:
        pass


class Paying(IconScoreBase):
    """The helper says whether it worked; who calls it puts the entry back, or gives up."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.bank = VarDB('bank', db, Address)
        self.pocket = DictDB('pocket', db, int)
        self.owed = DictDB('owed', db, int)

    def on_install(self, bank: Address) -> None:
        super().on_install()
        self.bank.set(bank)

    def on_update(self) -> None:
        super().on_update()

    def _try_pay(self, account: Address, amount: int) -> bool:
        bank = self.create_interface_score(self.bank.get(), CampBank)
        worked = True
        try:
            bank.pay(account, amount)  # ok: F01, F02
        except Exception:  # ok: F05, F06
            worked = False
        return worked

    def _empty_pocket(self, account: Address) -> int:
        amount = self.pocket[account]
        if amount <= 0:
            revert('ScoutCamp: pocket is empty')
        self.pocket[account] = 0
        return amount


class ScoutCamp(Paying):
    @eventlog(indexed=1)
    def PocketMoney(self, account: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Spent(self, account: Address, amount: int):
        pass

    @external
    def give(self, account: Address, amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('ScoutCamp: only the owner')
        if amount <= 0:
            revert('ScoutCamp: amount must be positive')
        self.pocket[account] += amount
        self.PocketMoney(account, amount)

    @external
    def spend(self) -> None:
        amount = self._empty_pocket(self.msg.sender)
        self.Spent(self.msg.sender, amount)
        if not self._try_pay(self.msg.sender, amount):
            revert('ScoutCamp: the bank refused')

    @external
    def spend_or_owe(self) -> None:
        amount = self._empty_pocket(self.msg.sender)
        self.Spent(self.msg.sender, amount)
        if not self._try_pay(self.msg.sender, amount):
            self.owed[self.msg.sender] += amount

    @external
    def fetch_owed(self) -> None:
        amount = self.owed[self.msg.sender]
        if amount <= 0:
            revert('ScoutCamp: nothing owed')
        self.owed[self.msg.sender] = 0
        self.Spent(self.msg.sender, amount)
        bank = self.create_interface_score(self.bank.get(), CampBank)
        bank.pay(self.msg.sender, amount)

    @external(readonly=True)
    def pocket_of(self, account: Address) -> int:
        return self.pocket[account]
