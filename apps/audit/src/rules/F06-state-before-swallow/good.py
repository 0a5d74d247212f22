from iconservice import *

TAG = 'HikeFund'


class Irc2(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class HikeFund(IconScoreBase):
    """What was taken away before the try is given back, or everything is undone."""

    _TOKEN = 'token'
    _CREDIT = 'credit'

    @eventlog(indexed=1)
    def Added(self, _account: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def TakenOut(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB(self._TOKEN, db, Address)
        self._credit = DictDB(self._CREDIT, db, int)
        self._icx_credit = DictDB('icx_credit', db, int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get() or _value <= 0:
            revert('HikeFund: another token')
        self._credit[_from] += _value
        self.Added(_from, _value)

    @external
    @payable
    def addIcx(self) -> None:
        if self.msg.value <= 0:
            revert('HikeFund: nothing sent')
        self._icx_credit[self.msg.sender] += self.msg.value
        self.Added(self.msg.sender, self.msg.value)

    def _spend(self, account: Address) -> int:
        amount = self._credit[account]
        if amount <= 0:
            revert('HikeFund: no credit')
        self._credit[account] = 0
        self.TakenOut(account, amount)
        return amount

    @external
    def takeOut(self) -> None:
        amount = self._spend(self.msg.sender)
        token = self.create_interface_score(self._token.get(), Irc2)
        try:
            token.transfer(self.msg.sender, amount)  # ok: F01, F02
        except Exception:  # ok: F06
            self._credit[self.msg.sender] += amount

    @external
    def takeOutOrFail(self) -> None:
        amount = self._spend(self.msg.sender)
        token = self.create_interface_score(self._token.get(), Irc2)
        try:
            token.transfer(self.msg.sender, amount)
        except Exception:  # ok: F06
            revert('HikeFund: the token refused')

    @external
    def takeIcx(self) -> None:
        amount = self._icx_credit[self.msg.sender]
        if amount <= 0:
            revert('HikeFund: no credit')
        self._icx_credit[self.msg.sender] = 0
        if not self.icx.send(self.msg.sender, amount):  # ok: F01, F02, F06
            self._icx_credit[self.msg.sender] += amount

    @external(readonly=True)
    def creditOf(self, _account: Address) -> int:
        return self._credit[_account]
