from iconservice import *

TAG = 'MeadowToken'
ZERO = Address.from_string('hx' + '0' * 40)


class Recipient(InterfaceScore):
    @interface
    def tokenFallback(self, sender: Address, amount: int, note: bytes):  # ok: T02
        pass


class MeadowToken(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, supply: int) -> None:
        super().on_install()
        if supply <= 0:
            revert('Supply must be positive')
        self._supply.set(supply)
        self._balances[self.msg.sender] = supply
        self.Transfer(ZERO, self.msg.sender, supply, b'mint')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Meadow'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'MDW'

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
        self._move(self.msg.sender, _to, _value, _data)

    def _move(self, source: Address, target: Address, amount: int, note: bytes) -> None:  # ok: T02
        if amount <= 0:
            revert('Value must be positive')
        if self._balances[source] < amount:
            revert('Out of balance')
        self._balances[source] -= amount
        self._balances[target] += amount
        self.Transfer(source, target, amount, note)
        if target.is_contract:
            self.create_interface_score(target, Recipient).tokenFallback(source, amount, note)
