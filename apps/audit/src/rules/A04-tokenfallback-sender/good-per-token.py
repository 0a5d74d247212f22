from iconservice import *

TAG = 'Locker'


class TokenInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class Locker(IconScoreBase):
    """Every token has a ledger of its own: a false token fills a false ledger only."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.held = DictDB('held', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Locked(self, token: Address, account: Address, amount: int):
        pass

    @eventlog(indexed=2)
    def Unlocked(self, token: Address, account: Address, amount: int):
        pass

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if _value <= 0:
            revert('nothing sent')
        self.held[self.msg.sender][_from] += _value  # ok: A04
        self.Locked(self.msg.sender, _from, _value)

    @external
    def unlock(self, token: Address, amount: int) -> None:
        held = self.held[token][self.msg.sender]
        if amount <= 0 or held < amount:
            revert('not that much')
        self.held[token][self.msg.sender] = held - amount
        self.Unlocked(token, self.msg.sender, amount)
        contract = self.create_interface_score(token, TokenInterface)
        contract.transfer(self.msg.sender, amount)
