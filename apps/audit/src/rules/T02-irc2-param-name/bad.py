from iconservice import *

TAG = 'RiverCoin'
ZERO = Address.from_string('hx' + '0' * 40)


class RiverCoin(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert('Supply must be positive')
        self._supply.set(_supply)
        self._balances[self.msg.sender] = _supply
        self.Transfer(ZERO, self.msg.sender, _supply, b'mint')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'River'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'RVR'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, owner: Address) -> int:  # expect: T02
        return self._balances[owner]

    @external
    def transfer(self, to: Address, amount: int, data: bytes = None) -> None:  # expect: T02
        if amount <= 0:
            revert('Amount must be positive')
        if self._balances[self.msg.sender] < amount:
            revert('Out of balance')
        self._balances[self.msg.sender] -= amount
        self._balances[to] += amount
        self.Transfer(self.msg.sender, to, amount, data)
        if to.is_contract:
            self.create_interface_score(to, RiverReceiver).tokenFallback(self.msg.sender, amount, data)


class RiverReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass
