from iconservice import *

TAG = 'GoldNote'
ZERO = Address.from_string('hx' + '0' * 40)


class TokenReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class GoldNote(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._total_supply = VarDB('total_supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @eventlog(indexed=1)
    def Burn(self, _from: Address, _value: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Gold Note'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'GOLD'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._total_supply.get()

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
            self.create_interface_score(_to, TokenReceiver).tokenFallback(self.msg.sender, _value, _data)

    @external
    def mint(self, _value: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner mints')
        if _value <= 0:
            revert('Value must be positive')
        self._total_supply.set(self._total_supply.get() + _value)  # expect: T05
        self._balances[self.owner] += _value

    @external
    def burn(self, _value: int) -> None:
        if _value <= 0 or self._balances[self.msg.sender] < _value:
            revert('Out of balance')
        if self._total_supply.get() < _value:
            revert('Out of supply')
        self._balances[self.msg.sender] -= _value
        self._total_supply.set(self._total_supply.get() - _value)  # expect: T05
        self.Burn(self.msg.sender, _value)
