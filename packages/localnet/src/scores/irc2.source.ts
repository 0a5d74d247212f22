/** What {@link IRC2} does, in Python. */
export const IRC2_SOURCE = `from iconservice import *

NOBODY = Address.from_string('hx' + '0' * 40)


class TokenReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class FungibleToken(IconScoreBase):
    """Token of the IRC2 standard whose owner can mint."""

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._name = VarDB('name', db, value_type=str)
        self._symbol = VarDB('symbol', db, value_type=str)
        self._decimals = VarDB('decimals', db, value_type=int)
        self._supply = VarDB('supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _name: str, _symbol: str, _decimals: int, _supply: int) -> None:
        super().on_install()
        if _supply < 0:
            revert('A supply starts at zero or above', 3)
        self._name.set(_name)
        self._symbol.set(_symbol)
        self._decimals.set(_decimals)
        if _supply > 0:
            self._issue(self.msg.sender, _supply)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return self._name.get()

    @external(readonly=True)
    def symbol(self) -> str:
        return self._symbol.get()

    @external(readonly=True)
    def decimals(self) -> int:
        return self._decimals.get()

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        self._pay(_to, _value, b'None' if _data is None else _data)

    @external
    def airdrop(self, _to: List[Address], _value: int):
        for receiver in _to:
            self._pay(receiver, _value, b'airdrop')

    @external
    def mint(self, _to: Address, _value: int):
        if self.msg.sender != self.owner:
            revert('Minting is for the owner of the contract', 7)
        if _value < 0:
            revert('Amounts below zero do not exist', 2)
        self._issue(_to, _value)

    @external
    def burn(self, _value: int):
        self._take(self.msg.sender, _value)
        self._supply.set(self._supply.get() - _value)
        self.Transfer(self.msg.sender, NOBODY, _value, b'burn')

    def _issue(self, receiver: Address, value: int):
        self._supply.set(self._supply.get() + value)
        self._balances[receiver] += value
        self.Transfer(NOBODY, receiver, value, b'mint')

    def _pay(self, receiver: Address, value: int, data: bytes):
        sender = self.msg.sender
        self._take(sender, value)
        self._balances[receiver] += value
        self.Transfer(sender, receiver, value, data)
        if receiver.is_contract:
            self.create_interface_score(receiver, TokenReceiver).tokenFallback(sender, value, data)

    def _take(self, holder: Address, value: int):
        if value < 0:
            revert('Amounts below zero do not exist', 2)
        balance = self._balances[holder]
        if balance < value:
            revert('The balance does not cover this', 1)
        self._balances[holder] = balance - value
`;
