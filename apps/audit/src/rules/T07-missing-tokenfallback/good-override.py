from iconservice import *

TAG = 'DaylightToken'
ZERO = Address.from_string('hx' + '0' * 40)


class Receiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class PlainToken(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert(f'{TAG}: supply must be positive')
        self._supply.set(_supply)
        self._balances[self.owner] = _supply
        self.Transfer(ZERO, self.owner, _supply, b'mint')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Daylight'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'DLT'

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
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:  # ok: T07
        self._move(self.msg.sender, _to, _value, b'None' if _data is None else _data)

    def _move(self, sender: Address, to: Address, value: int, data: bytes) -> None:
        if value <= 0 or self._balances[sender] < value:
            revert(f'{TAG}: out of balance')
        self._balances[sender] -= value
        self._balances[to] += value
        self.Transfer(sender, to, value, data)
        self._tell(sender, to, value, data)

    def _tell(self, sender: Address, to: Address, value: int, data: bytes) -> None:
        if to.is_contract:
            self.create_interface_score(to, Receiver).tokenFallback(sender, value, data)


class DaylightToken(PlainToken):
    """Stops at night; all the rest is left to its base."""

    def _is_night(self) -> bool:
        return self.block_height % 43200 < 14400

    def _move(self, sender: Address, to: Address, value: int, data: bytes) -> None:  # ok: T07
        if self._is_night():
            revert(f'{TAG}: asleep')
        super()._move(sender, to, value, data)
