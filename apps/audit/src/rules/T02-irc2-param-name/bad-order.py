from iconservice import *

TAG = 'Grain'
EOA_ZERO = Address.from_string('hx' + '0' * 40)


class Silo(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Grain(IconScoreBase):
    """The names are right, but a contract that passes arguments by position hands the amount over as the recipient."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._name = VarDB('name', db, value_type=str)
        self._total_supply = VarDB('total_supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _name: str, _total_supply: int) -> None:
        super().on_install()
        if _total_supply <= 0:
            revert('Grain: supply')
        self._name.set(_name)
        self._total_supply.set(_total_supply)
        self._balances[self.owner] = _total_supply
        self.Transfer(EOA_ZERO, self.owner, _total_supply, b'')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return self._name.get()

    @external(readonly=True)
    def symbol(self) -> str:
        return 'GRN'

    @external(readonly=True)
    def decimals(self) -> int:
        return 6

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._total_supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external
    def transfer(self, _value: int, _to: Address, _data: bytes = None) -> None:  # expect: T02
        if _value <= 0 or self._balances[self.msg.sender] < _value:
            revert('Grain: value')
        self._balances[self.msg.sender] = self._balances[self.msg.sender] - _value
        self._balances[_to] = self._balances[_to] + _value
        self.Transfer(self.msg.sender, _to, _value, _data)
        if _to.is_contract:
            self.create_interface_score(_to, Silo).tokenFallback(self.msg.sender, _value, _data)
