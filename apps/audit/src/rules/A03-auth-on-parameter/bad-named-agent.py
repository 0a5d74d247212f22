from iconservice import *


class Purse(IconScoreBase):
    """People keep ICX here; an agent, or a signed order, may spend for them."""

    @eventlog(indexed=2)
    def Spent(self, account: Address, to: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._purse = DictDB('purse', db, value_type=int)
        self._agent = DictDB('agent', db, value_type=Address)
        self._gift = VarDB('gift', db, value_type=int)
        self._nonce = VarDB('nonce', db, value_type=int)
        self._keeper = VarDB('keeper', db, value_type=Address)

    def on_install(self, keeper: Address) -> None:
        super().on_install()
        self._keeper.set(keeper)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill(self) -> None:
        self._purse[self.msg.sender] += self.msg.value

    @external
    def name_agent(self, agent: Address) -> None:
        self._agent[self.msg.sender] = agent

    def _spend(self, account: Address, to: Address, amount: int) -> None:
        if amount <= 0 or self._purse[account] < amount:
            revert('Purse: amount')
        self._purse[account] -= amount
        self.icx.transfer(to, amount)
        self.Spent(account, to, amount)

    @external
    def spend_for(self, agent: Address, account: Address, to: Address, amount: int) -> None:
        if self._agent[account] != agent:  # expect: A03
            revert('Purse: not the agent')
        self._spend(account, to, amount)

    @external
    def spend_as_agent(self, account: Address, to: Address, amount: int) -> None:
        if self._agent[account] != self.msg.sender:  # ok: A03
            revert('Purse: not the agent')
        self._spend(account, to, amount)

    def _signer(self, text: str, signature: bytes) -> Address:
        return create_address_with_key(recover_key(sha3_256(text.encode()), signature))

    @external
    def give(self, signer: Address, to: Address, amount: int, nonce: int, signature: bytes) -> None:
        if nonce != self._nonce.get() + 1 or not 0 < amount <= self._gift.get():
            revert('Purse: order')
        if self._signer(f'{self.address}|{to}|{amount}|{nonce}', signature) != signer:  # expect: A03
            revert('Purse: signature')
        self._nonce.set(nonce)
        self._gift.set(self._gift.get() - amount)
        self.icx.transfer(to, amount)

    @external
    def give_signed(self, to: Address, amount: int, nonce: int, signature: bytes) -> None:
        if nonce != self._nonce.get() + 1 or not 0 < amount <= self._gift.get():
            revert('Purse: order')
        if self._signer(f'{self.address}|{to}|{amount}|{nonce}', signature) != self._keeper.get():  # ok: A03
            revert('Purse: signature')
        self._nonce.set(nonce)
        self._gift.set(self._gift.get() - amount)
        self.icx.transfer(to, amount)
