from iconservice import *

TAG = 'StakeToken'
ZERO = Address.from_string('hx' + '0' * 40)


class TokenReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class StakeToken(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._balances = DictDB('balances', db, value_type=int)
        self._staked_balances = DictDB('staked_balances', db, value_type=int)

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert('Supply must be positive')
        self._mint(self.owner, _supply)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @eventlog(indexed=1)
    def Staked(self, _who: Address, _value: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Stake'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'STK'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external(readonly=True)
    def stakedBalanceOf(self, _owner: Address) -> int:
        return self._staked_balances[_owner]

    @external
    def stake(self, _value: int) -> None:
        if _value <= 0 or _value > self._balances[self.msg.sender]:
            revert('Stake is out of range')
        # a part of the balance is marked; nothing moves
        self._staked_balances[self.msg.sender] = _value  # ok: T03
        self.Staked(self.msg.sender, _value)

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        sender = self.msg.sender
        if _value <= 0 or self._balances[sender] - self._staked_balances[sender] < _value:
            revert('Out of balance')
        self._debit(sender, _value)
        self._credit(_to, _value)
        self.Transfer(sender, _to, _value, _data)
        if _to.is_contract:
            self.create_interface_score(_to, TokenReceiver).tokenFallback(sender, _value, _data)

    def _mint(self, _to: Address, _value: int) -> None:
        self._supply.set(self._supply.get() + _value)
        self._credit(_to, _value)
        self.Transfer(ZERO, _to, _value, b'mint')

    def _debit(self, _who: Address, _value: int) -> None:
        if self._balances[_who] < _value:
            revert('Out of balance')
        self._balances[_who] -= _value  # ok: T03

    def _credit(self, _who: Address, _value: int) -> None:
        self._balances[_who] += _value  # ok: T03
