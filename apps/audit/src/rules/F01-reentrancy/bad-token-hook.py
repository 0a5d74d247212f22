from iconservice import *

TAG = 'PearlToken'


class TokenReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class PearlToken(IconScoreBase):
    """IRC2 token that tells the receiver before it has finished."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._total = VarDB('total', db, int)
        self._balances = DictDB('balances', db, int)

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert('supply must be positive')
        self._total.set(_supply)
        self._balances[self.msg.sender] = _supply

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Pearl'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'PRL'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._total.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        if _data is None:
            _data = b'None'
        if _value <= 0:
            revert('amount must be positive')
        if self._balances[self.msg.sender] < _value:
            revert('out of balance')
        self.Transfer(self.msg.sender, _to, _value, _data)
        if _to.is_contract:
            receiver = self.create_interface_score(_to, TokenReceiver)
            receiver.tokenFallback(self.msg.sender, _value, _data)  # expect: F01
        self._balances[self.msg.sender] -= _value
        self._balances[_to] += _value
