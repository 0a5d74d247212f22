from iconservice import *

TAG = 'Letters'

BONUS = 10 ** 18


class Letters(IconScoreBase):
    """The number of a signed order is asked for, and nothing counts it up; or a bonus is had as long as the friends stay."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, value_type=int)
        self._number = DictDB('number', db, value_type=int)
        self._friends = DictDB('friends', db, value_type=int)
        self._pool = VarDB('pool', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def pay_in(self) -> None:
        self._coins[self.msg.sender] += self.msg.value // 2
        self._pool.set(self._pool.get() + self.msg.value - self.msg.value // 2)

    def _signer(self, _text: str, _signature: bytes) -> Address:
        key = recover_key(sha3_256(_text.encode()), _signature)
        return create_address_with_key(key)

    @external
    def pay(self, _payer: Address, _to: Address, _coins: int, _number: int, _signature: bytes) -> None:
        text = f'{self.address}|{_payer}|{_to}|{_coins}|{_number}'
        if self._signer(text, _signature) != _payer or _number != self._number[_payer]:
            revert('Letters: not signed')
        if not 0 < _coins <= self._coins[_payer]:
            revert('Letters: coins')
        self._coins[_payer] -= _coins  # expect: F13
        self.icx.transfer(_to, _coins)

    @external
    def pay_once(self, _payer: Address, _to: Address, _coins: int, _number: int, _signature: bytes) -> None:
        text = f'{self.address}|once|{_payer}|{_to}|{_coins}|{_number}'
        if self._signer(text, _signature) != _payer or _number != self._number[_payer]:
            revert('Letters: not signed')
        if not 0 < _coins <= self._coins[_payer]:
            revert('Letters: coins')
        self._number[_payer] += 1
        self._coins[_payer] -= _coins  # ok: F13
        self.icx.transfer(_to, _coins)

    @external
    def befriend(self, _who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Letters: owner only')
        self._friends[_who] += 1

    @external
    def take_bonus(self) -> None:
        pool = self._pool.get()
        if self._friends[self.msg.sender] < 10 or pool < BONUS:
            revert('Letters: friends, or pool')
        self._pool.set(pool - BONUS)
        self.icx.transfer(self.msg.sender, BONUS)  # expect: F13

    @external
    def take_bonus_once(self) -> None:
        pool = self._pool.get()
        if self._friends[self.msg.sender] < 10 or pool < BONUS:
            revert('Letters: friends, or pool')
        self._friends[self.msg.sender] -= 10
        self._pool.set(pool - BONUS)
        self.icx.transfer(self.msg.sender, BONUS)  # ok: F13
