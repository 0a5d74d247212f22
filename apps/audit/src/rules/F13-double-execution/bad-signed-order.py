from iconservice import *

TAG = 'Postbox'


class Postbox(IconScoreBase):
    """Whoever cannot pay a fee signs what is to be moved, and somebody else brings it here."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, value_type=int)
        self._used = DictDB('used', db, value_type=bool)
        self._next = DictDB('next', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill(self) -> None:
        self._coins[self.msg.sender] += self.msg.value

    def _signer(self, order: bytes, signature: bytes) -> Address:
        return create_address_with_key(recover_key(sha3_256(order), signature))

    @external
    def bring(self, order: bytes, signature: bytes) -> None:
        giver = self._signer(order, signature)
        read = json_loads(order.decode())
        amount = int(read['amount'], 16)
        if amount <= 0 or self._coins[giver] < amount:
            revert('Postbox: too little')
        self._coins[giver] -= amount  # expect: F13
        self._coins[Address.from_string(read['to'])] += amount

    @external
    def bring_noted(self, order: bytes, signature: bytes) -> None:
        giver = self._signer(order, signature)
        read = json_loads(order.decode())
        amount = int(read['amount'], 16)
        if self._used[sha3_256(order)] or amount <= 0 or self._coins[giver] < amount:
            revert('Postbox: brought already')
        self._used[sha3_256(order)] = True
        self._coins[giver] -= amount  # ok: F13
        self._coins[Address.from_string(read['to'])] += amount

    @external
    def bring_numbered(self, order: bytes, signature: bytes) -> None:
        giver = self._signer(order, signature)
        read = json_loads(order.decode())
        amount = int(read['amount'], 16)
        if int(read['number'], 16) != self._next[giver] or amount <= 0 or self._coins[giver] < amount:
            revert('Postbox: not the next')
        self._next[giver] += 1
        self._coins[giver] -= amount  # ok: F13
        self._coins[Address.from_string(read['to'])] += amount

    @external
    def move(self, to: Address, amount: int) -> None:
        if amount <= 0 or self._coins[self.msg.sender] < amount:
            revert('Postbox: too little')
        self._coins[self.msg.sender] -= amount  # ok: F13
        self._coins[to] += amount

    @external
    def leave(self) -> None:
        amount = self._coins[self.msg.sender]
        self._coins[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
