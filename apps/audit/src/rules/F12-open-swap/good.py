from iconservice import *

TAG = 'ReserveDesk'


class Router(InterfaceScore):
    @interface
    def swap(self, _fromToken: Address, _toToken: Address, _amount: int, _minReceive: int) -> None:
        pass


class ReserveDesk(IconScoreBase):
    """The keeper swaps, and says what must come back at least."""

    _KEEPER = 'keeper'
    _ROUTER = 'router'
    _INCOME = 'income'
    _HOUSE = 'house'
    _BALANCE = 'balance'
    _FLOOR = 'floor'
    UNIT = 10 ** 18

    @eventlog(indexed=1)
    def Received(self, _amount: int):
        pass

    @eventlog(indexed=1)
    def Converted(self, _amount: int, _least: int):
        pass

    @eventlog(indexed=1)
    def FloorChanged(self, _floor: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB(self._KEEPER, db, Address)
        self._router = VarDB(self._ROUTER, db, Address)
        self._income = VarDB(self._INCOME, db, Address)
        self._house = VarDB(self._HOUSE, db, Address)
        self._balance = VarDB(self._BALANCE, db, int)
        self._floor = VarDB(self._FLOOR, db, int)

    def on_install(self, _router: Address, _income: Address, _house: Address) -> None:
        super().on_install()
        self._keeper.set(self.msg.sender)
        self._router.set(_router)
        self._income.set(_income)
        self._house.set(_house)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender == self._house.get():  # ok: A05, A11
            return
        if self.msg.sender != self._income.get() or _value <= 0:
            revert('ReserveDesk: another token')
        self._balance.set(self._balance.get() + _value)
        self.Received(_value)

    @external
    def setFloor(self, _floor: int) -> None:
        if self.msg.sender != self._keeper.get():
            revert('ReserveDesk: only the keeper')
        if _floor <= 0:
            revert('ReserveDesk: floor must be positive')
        self._floor.set(_floor)
        self.FloorChanged(_floor)

    # anyone may start it: the floor is the keeper's
    @external
    def convert(self) -> None:
        amount = self._balance.get()
        least = amount * self._floor.get() // self.UNIT
        if amount <= 0 or least <= 0:
            revert('ReserveDesk: nothing to convert')
        self._swap(amount, least)

    @external
    def convertPart(self, _amount: int, _least: int) -> None:
        if self.msg.sender != self._keeper.get():
            revert('ReserveDesk: only the keeper')
        if _amount <= 0 or _amount > self._balance.get() or _least <= 0:
            revert('ReserveDesk: amount out of range')
        self._swap(_amount, _least)

    def _swap(self, amount: int, least: int) -> None:
        left = self._balance.get() - amount
        if left < 0:
            revert('ReserveDesk: not that much')
        self._balance.set(left)
        self.Converted(amount, least)
        router = self.create_interface_score(self._router.get(), Router)
        router.swap(self._income.get(), self._house.get(), amount, least)  # ok: F12
