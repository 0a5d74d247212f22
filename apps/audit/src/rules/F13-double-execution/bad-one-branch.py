from iconservice import *

TAG = 'DamageFund'

WAITING = 0
ACCEPTED = 1
SETTLED = 2


class Claim:
    def __init__(self, db: IconScoreDatabase, number: int) -> None:
        self.account = VarDB(f'claim_{number}_account', db, Address)
        self.amount = VarDB(f'claim_{number}_amount', db, int)
        self.state = VarDB(f'claim_{number}_state', db, int)


class DamageFund(IconScoreBase):
    """Settled in cash or as credit; only the cash door looks at the state."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self.credit = DictDB('credit', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Accepted(self, number: int):
        pass

    @eventlog(indexed=1)
    def Settled(self, number: int, amount: int):
        pass

    @payable
    def fallback(self) -> None:
        if self.msg.value <= 0:
            revert('nothing sent')

    @external
    def accept(self, number: int, account: Address, amount: int) -> None:
        claim = Claim(self._db, number)
        if self.msg.sender != self.owner or amount <= 0 or claim.state.get() != WAITING:
            revert('cannot accept')
        claim.account.set(account)
        claim.amount.set(amount)
        claim.state.set(ACCEPTED)
        self.Accepted(number)

    @external
    def settle_claim(self, number: int, cash: bool) -> None:
        claim = Claim(self._db, number)
        if claim.account.get() != self.msg.sender:
            revert('not yours')
        amount = claim.amount.get()
        if cash:
            if claim.state.get() != ACCEPTED:
                revert('settled already')
            claim.state.set(SETTLED)
            self.Settled(number, amount)
            self.icx.transfer(self.msg.sender, amount)  # ok: F13
        else:
            claim.state.set(SETTLED)
            self.Settled(number, amount)
            self.credit[self.msg.sender] += amount  # expect: F13

    @external
    def draw_credit(self) -> None:
        amount = self.credit[self.msg.sender]
        if amount <= 0:
            revert('no credit')
        self.credit[self.msg.sender] = 0
        self.Settled(0, amount)
        self.icx.transfer(self.msg.sender, amount)  # ok: F13
