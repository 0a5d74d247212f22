from iconservice import *

TAG = 'GreenBonus'


class Irc2(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class GreenBonus(IconScoreBase):
    """Token outflow with the check in helpers; a helper is reached from a guarded method only."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.token = VarDB('token', db, Address)
        self.officers = DictDB('officers', db, bool)
        self.bonus = DictDB('bonus', db, int)

    def on_install(self, token: Address) -> None:
        super().on_install()
        self.token.set(token)
        self.officers[self.owner] = True

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Granted(self, account: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Sent(self, to: Address, amount: int):
        pass

    def _officer(self) -> None:
        if not self.officers[self.msg.sender]:
            revert('officers only')

    def _positive(self, amount: int) -> None:
        if amount <= 0:
            revert('amount must be positive')

    def _spend_bonus(self, account: Address, amount: int) -> None:
        left = self.bonus[account] - amount
        if left < 0:
            revert('bonus exceeded')
        self.bonus[account] = left

    def _send(self, to: Address, amount: int) -> None:
        self.Sent(to, amount)
        token = self.create_interface_score(self.token.get(), Irc2)
        token.transfer(to, amount)  # ok: A08

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self.token.get():
            revert('another token')

    @external
    def grant(self, account: Address, amount: int) -> None:
        self._officer()
        self._positive(amount)
        self.bonus[account] += amount
        self.Granted(account, amount)

    @external
    def send(self, to: Address, amount: int) -> None:
        self._officer()
        self._positive(amount)
        self._send(to, amount)

    @external
    def draw(self, to: Address, amount: int) -> None:
        self._positive(amount)
        self._spend_bonus(self.msg.sender, amount)
        self._send(to, amount)
