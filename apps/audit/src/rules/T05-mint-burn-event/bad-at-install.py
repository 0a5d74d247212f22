from iconservice import *

TAG = 'QuietStart'


class Partner(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class QuietStart(IconScoreBase):
    """The first allocation is silent. Auditors differed about it, so it is reported as low."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _initialSupply: int, _decimals: int) -> None:
        super().on_install()
        if _initialSupply <= 0:
            revert('Supply must be positive')
        if _decimals < 0 or _decimals > 21:
            revert('Decimals out of range')
        total = _initialSupply * 10 ** _decimals
        self._supply.set(total)  # expect: T05
        self._balances[self.msg.sender] = total

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Quiet Start'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'QST'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        if _value <= 0 or self._balances[self.msg.sender] < _value:
            revert('Out of balance')
        self._balances[self.msg.sender] -= _value
        self._balances[_to] += _value
        self.Transfer(self.msg.sender, _to, _value, _data)
        if _to.is_contract:
            self.create_interface_score(_to, Partner).tokenFallback(self.msg.sender, _value, _data)
