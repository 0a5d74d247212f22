from iconservice import *


class TokenReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Seal(IconScoreBase):
    """What mints was left over from a base that others copy: nothing in this package calls it."""

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

    @external(readonly=True)
    def name(self) -> str:
        return 'Seal'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'SEAL'

    @external(readonly=True)
    def decimals(self) -> int:
        return 0

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._total_supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        if not 0 < _value <= self._balances[self.msg.sender]:
            revert('Out of balance')
        self._balances[self.msg.sender] -= _value
        self._balances[_to] += _value
        self.Transfer(self.msg.sender, _to, _value, _data)
        if _to.is_contract:
            self.create_interface_score(_to, TokenReceiver).tokenFallback(self.msg.sender, _value, _data)

    def _mint(self, account: Address, value: int) -> None:
        self._total_supply.set(self._total_supply.get() + value)  # expect: T05 as info
        self._balances[account] += value
