from iconservice import *

TAG = 'SeedTreasury'


class Router(InterfaceScore):
    @interface
    def swap(self, _fromToken: Address, _toToken: Address, _amount: int, _minReceive: int = 0) -> None:
        pass


class SeedTreasury(IconScoreBase):
    """Turns income into the house token; anybody may start it."""

    _ROUTER = 'router'
    _INCOME = 'income'
    _HOUSE = 'house'
    _BALANCE = 'balance'

    @eventlog(indexed=1)
    def Converted(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._router = VarDB(self._ROUTER, db, Address)
        self._income = VarDB(self._INCOME, db, Address)
        self._house = VarDB(self._HOUSE, db, Address)
        self._balance = VarDB(self._BALANCE, db, int)

    def on_install(self, _router: Address, _income: Address, _house: Address) -> None:
        super().on_install()
        self._router.set(_router)
        self._income.set(_income)
        self._house.set(_house)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._income.get() or _value <= 0:
            revert('SeedTreasury: another token')
        self._balance.set(self._balance.get() + _value)

    @external
    def convert(self) -> None:
        amount = self._balance.get()
        if amount <= 0:
            revert('SeedTreasury: nothing to convert')
        self._balance.set(0)
        self.Converted(amount)
        router = self.create_interface_score(self._router.get(), Router)
        router.swap(self._income.get(), self._house.get(), amount)  # expect: F12

    @external
    def convertCarefully(self, _amount: int, _minReceive: int) -> None:
        if self.msg.sender != self.owner:
            revert('SeedTreasury: only the owner')
        left = self._balance.get() - _amount
        if _amount <= 0 or left < 0 or _minReceive <= 0:
            revert('SeedTreasury: amount out of range')
        self._balance.set(left)
        self.Converted(_amount)
        router = self.create_interface_score(self._router.get(), Router)
        router.swap(self._income.get(), self._house.get(), _amount, _minReceive)  # ok: F12
