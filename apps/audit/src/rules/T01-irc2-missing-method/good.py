from iconservice import *

TAG = 'CedarToken'
EOA_ZERO = Address.from_string('hx' + '0' * 40)


class TokenFallbackInterface(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class CedarBase(IconScoreBase):
    """Who owns how much. The words are in the child."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._total = VarDB('total', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._total.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        self._transfer(self.msg.sender, _to, _value, _data)

    def _transfer(self, _from: Address, _to: Address, _value: int, _data: bytes) -> None:
        if _value <= 0:
            revert('Value must be positive')
        if self._balances[_from] < _value:
            revert('Out of balance')
        self._balances[_from] -= _value
        self._balances[_to] += _value
        self.Transfer(_from, _to, _value, _data)
        if _to.is_contract:
            recipient = self.create_interface_score(_to, TokenFallbackInterface)
            recipient.tokenFallback(_from, _value, _data)


class CedarToken(CedarBase):  # ok: T01

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert('Supply must be positive')
        self._total.set(_supply)
        self._balances[self.msg.sender] = _supply
        self.Transfer(EOA_ZERO, self.msg.sender, _supply, b'mint')

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Cedar'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'CDR'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18
