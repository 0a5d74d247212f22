from iconservice import *

TAG = 'Riddle'
TOKEN_KEY = 'riddle'


class Riddle(IconScoreBase):
    """Rock, paper, scissors with a salt; and an exchange against the preimage of 32 random bytes."""

    @eventlog(indexed=1)
    def Shown(self, _player: Address, _hand: str):
        pass

    @eventlog(indexed=1)
    def Claimed(self, _account: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def SecretaryChanged(self, _secretary: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._until = VarDB('until', db, value_type=int)
        self._secretary = VarDB('secretary', db, value_type=Address)
        self._public_key = VarDB('public_key', db, value_type=bytes)
        self._commitment = DictDB('commitment', db, value_type=bytes)
        self._shown = DictDB('shown', db, value_type=str)
        self._locked = DictDB('locked', db, value_type=int)

    def on_install(self, _public_key: bytes) -> None:
        super().on_install()
        self._until.set(self.block_height + 43200)
        self._public_key.set(_public_key)  # ok: S12
        self._secretary.set(self.msg.sender)  # ok: S12

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def shown(self, _player: Address) -> str:
        return self._shown[_player]

    @external(readonly=True)
    def public_key(self) -> bytes:
        return self._public_key.get()

    @external
    def set_secretary(self, _secretary: Address):
        if self.msg.sender != self._secretary.get():
            revert('Only the secretary')
        self._secretary.set(_secretary)  # ok: S12
        self.SecretaryChanged(_secretary)

    @external
    def commit(self, _commitment: bytes):
        if self.block_height > self._until.get() or self._commitment[self.msg.sender] is not None:
            revert('Too late')
        self._commitment[self.msg.sender] = _commitment  # ok: S12

    @external
    def reveal(self, _hand: str, _salt: bytes):
        if self.block_height <= self._until.get() or len(_salt) < 16:
            revert('Not possible')
        text = str(self.msg.sender).encode() + _hand.encode() + _salt
        if sha3_256(text) != self._commitment[self.msg.sender]:  # ok: S12
            revert('Another hand')
        self._shown[self.msg.sender] = _hand
        self.Shown(self.msg.sender, _hand)

    @payable
    @external
    def lock(self, _hash: bytes):
        key = _hash.hex()
        if len(_hash) != 32 or self.msg.value <= 0 or self._locked[key] != 0:
            revert('Cannot be locked')
        self._locked[key] = self.msg.value

    @external
    def claim(self, _preimage: bytes):
        if len(_preimage) != 32:
            revert('32 bytes are needed')
        key = sha3_256(_preimage + self.msg.sender.to_bytes()).hex()  # ok: S12
        amount = self._locked[key]
        if amount <= 0:
            revert('Nothing is locked')
        self._locked[key] = 0
        self.Claimed(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
