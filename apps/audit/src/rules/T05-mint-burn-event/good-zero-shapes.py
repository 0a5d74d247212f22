from iconservice import *

TAG = 'Copper'


def nobody() -> Address:
    return Address(AddressPrefix.EOA, b'\x00' * 20)


class TokenReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Copper(IconScoreBase):
    """Three ways to spell the zero address; some tokens use the zero contract address."""

    BURNT = Address.from_string('hx0000000000000000000000000000000000000000')

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._cap = VarDB('cap', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _cap: int) -> None:
        super().on_install()
        if _cap <= 0:
            revert('Cap must be positive')
        self._cap.set(_cap)  # ok: T05

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Copper'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'CPR'

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
        if _value <= 0 or self._supply.get() + _value > self._cap.get():
            revert('Value is out of range')
        self._supply.set(self._supply.get() + _value)  # ok: T05
        self._balances[self.owner] += _value
        self._note(nobody(), self.owner, _value)

    @external
    def burn(self, _value: int) -> None:
        if _value <= 0 or self._balances[self.msg.sender] < _value or self._supply.get() < _value:
            revert('Value is out of range')
        self._balances[self.msg.sender] -= _value
        self._supply.set(self._supply.get() - _value)  # ok: T05
        self._note(self.msg.sender, self.BURNT, _value)

    @external
    def melt(self, _holder: Address, _value: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner melts')
        if _value <= 0 or self._balances[_holder] < _value or self._supply.get() < _value:
            revert('Value is out of range')
        self._balances[_holder] -= _value
        self._supply.set(self._supply.get() - _value)  # ok: T05
        self._note(_holder, ZERO_SCORE_ADDRESS, _value)

    def _note(self, _from: Address, _to: Address, _value: int) -> None:
        self.Transfer(_from, _to, _value, b'')
