from iconservice import *

TAG = 'HarborToken'
ZERO_WALLET = Address.from_string('hx' + '0' * 40)


class TokenFallbackInterface(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class HarborToken(IconScoreBase):

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._total_supply = VarDB('total_supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Harbor Token'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'HRB'

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
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        if _value < 0:
            revert('The value must not be negative')
        if self._balances[self.msg.sender] < _value:
            revert('Out of balance')
        self._balances[self.msg.sender] = self._balances[self.msg.sender] - _value  # ok: N05
        self._balances[_to] = self._balances[_to] + _value
        self.Transfer(self.msg.sender, _to, _value, _data)
        if _to.is_contract:
            recipient = self.create_interface_score(_to, TokenFallbackInterface)
            recipient.tokenFallback(self.msg.sender, _value, _data)

    @external
    def mint(self, _amount: int):
        if self.msg.sender != self.owner:
            revert('Only the owner mints')
        self._positive(_amount)
        self._total_supply.set(self._total_supply.get() + _amount)  # ok: N05
        self._balances[self.owner] += _amount
        self.Transfer(ZERO_WALLET, self.owner, _amount, b'mint')

    @external
    def burn(self, _amount: int):
        if not 0 < _amount <= self._balances[self.msg.sender]:
            revert('Out of balance')
        self._balances[self.msg.sender] -= _amount  # ok: N05
        self._total_supply.set(self._total_supply.get() - _amount)
        self.Transfer(self.msg.sender, ZERO_WALLET, _amount, b'burn')

    @staticmethod
    def _positive(number: int) -> None:
        if number < 1:
            revert('The amount must be positive')
