from iconservice import *

TAG = 'MillPool'


class FlourToken(InterfaceScore):
    @interface
    def mint(self, _to: Address, _amount: int) -> None:
        pass


class Books(IconScoreBase):
    """How much flour each has, and how much there is of it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._flour = DictDB('flour', db, value_type=int)
        self._supply = VarDB('supply', db, value_type=int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        if not _token.is_contract:
            revert(f'{TAG}: no token')
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Ground(self, miller: Address, flour: int):
        pass

    @eventlog(indexed=1)
    def Sold(self, miller: Address, flour: int):
        pass


class MillPool(Books):
    """Whoever sells is paid first; while they are, they grind by a supply in which their flour is still counted."""

    @payable
    @external
    def grind(self) -> None:
        if self.msg.value <= 0:
            revert(f'{TAG}: nothing paid')
        before = self.icx.get_balance(self.address) - self.msg.value
        flour = self._supply.get() * self.msg.value // before if before > 0 else self.msg.value
        self._flour[self.msg.sender] += flour
        self._supply.set(self._supply.get() + flour)
        self.Ground(self.msg.sender, flour)
        self.create_interface_score(self._token.get(), FlourToken).mint(self.msg.sender, flour)

    @external
    def sell(self, _flour: int) -> None:
        if not 0 < _flour <= self._flour[self.msg.sender]:
            revert(f'{TAG}: not that much')
        self._flour[self.msg.sender] -= _flour
        self.Sold(self.msg.sender, _flour)
        self.icx.transfer(self.msg.sender, _flour)  # expect: F01
        self._supply.set(self._supply.get() - _flour)
