from iconservice import *

TAG = 'SaleToken'
ZERO = Address.from_string('hx' + '0' * 40)


class TokenReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class SaleToken(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._price = VarDB('price', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _supply: int, _price: int) -> None:
        super().on_install()
        if _supply <= 0 or _price <= 0:
            revert('Supply and price must be positive')
        self._supply.set(_supply)
        self._price.set(_price)
        self._balances[self.owner] = _supply
        self.Transfer(ZERO, self.owner, _supply, b'mint')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Sale'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'SALE'

    @external(readonly=True)
    def decimals(self) -> int:
        return 0

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
            self.create_interface_score(_to, TokenReceiver).tokenFallback(self.msg.sender, _value, _data)

    @external
    @payable
    def buy(self, _count: int) -> None:
        if _count <= 0 or self.msg.value != _count * self._price.get():
            revert('Pay the exact price')
        if self._balances[self.owner] < _count:
            revert('Sold out')
        self._balances[self.owner] -= _count  # expect: T03
        self._balances[self.msg.sender] += _count
        self.icx.transfer(self.owner, self.msg.value)
