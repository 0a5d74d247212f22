from iconservice import *

ZERO = Address.from_string('hx' + '0' * 40)


class TollToken(IconScoreBase):
    """Each transfer leaves one in a hundred to the pot."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._pot = VarDB('pot', db, value_type=Address)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert('nothing to issue')
        self._supply.set(_supply)
        self._pot.set(self.msg.sender)
        self._balances[self.msg.sender] = _supply
        self.Transfer(ZERO, self.msg.sender, _supply, b'mint')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Toll'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'TOLL'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    def _take(self, account: Address, value: int) -> None:
        if value <= 0 or self._balances[account] < value:
            revert('Out of balance')
        self._balances[account] -= value

    def _give(self, account: Address, value: int) -> None:
        self._balances[account] += value

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        if _to.is_contract:
            revert('people only')
        toll = _value // 100
        self._take(self.msg.sender, _value)
        self._give(_to, _value - toll)
        self._give(self._pot.get(), toll)  # expect: T03
        self.Transfer(self.msg.sender, _to, _value - toll, b'None' if _data is None else _data)

    @external
    def tip(self, _to: Address, _value: int) -> None:
        pot = self._pot.get()
        toll = _value // 10
        self._take(self.msg.sender, _value)
        self._give(_to, _value - toll)
        self._give(pot, toll)  # ok: T03
        self.Transfer(self.msg.sender, pot, toll, b'toll')
        self.Transfer(self.msg.sender, _to, _value - toll, b'tip')

    @external
    def leave(self, _value: int) -> None:
        self._take(self.msg.sender, _value)
        self._give(self._pot.get(), _value)  # ok: T03
        self.Transfer(self.msg.sender, self._pot.get(), _value, b'left')
