from iconservice import *

TAG = 'DairyPool'


class CreamToken(InterfaceScore):
    @interface
    def mint(self, _to: Address, _amount: int) -> None:
        pass


class DairyPool(IconScoreBase):
    """The supply is right before anybody is paid."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._cream = DictDB('cream', db, value_type=int)
        self._supply = VarDB('supply', db, value_type=int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        if not _token.is_contract:
            revert(f'{TAG}: no token')
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Skimmed(self, farmer: Address, cream: int):
        pass

    @eventlog(indexed=1)
    def Sold(self, farmer: Address, cream: int):
        pass

    def _count(self, cream: int) -> None:
        self._supply.set(self._supply.get() + cream)

    @payable
    @external
    def skim(self) -> None:
        if self.msg.value <= 0:
            revert(f'{TAG}: nothing paid')
        before = self.icx.get_balance(self.address) - self.msg.value
        cream = self._supply.get() * self.msg.value // before if before > 0 else self.msg.value
        self._cream[self.msg.sender] += cream
        self._count(cream)
        self.Skimmed(self.msg.sender, cream)
        self.create_interface_score(self._token.get(), CreamToken).mint(self.msg.sender, cream)

    @external
    def sell(self, _cream: int) -> None:
        if not 0 < _cream <= self._cream[self.msg.sender]:
            revert(f'{TAG}: not that much')
        self._cream[self.msg.sender] -= _cream
        self._count(-_cream)
        self.Sold(self.msg.sender, _cream)
        self.icx.transfer(self.msg.sender, _cream)  # ok: F01
