from iconservice import *

TAG = 'StampFund'


class Irc2(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class StampFund(IconScoreBase):
    _TOKEN = 'token'
    _CREDIT = 'credit'

    @eventlog(indexed=1)
    def Added(self, _account: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def PaymentFailed(self, _account: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB(self._TOKEN, db, Address)
        self._credit = DictDB(self._CREDIT, db, int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get() or _value <= 0:
            revert('StampFund: another token')
        self._credit[_from] += _value
        self.Added(_from, _value)

    @external
    def takeOut(self) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('StampFund: no credit')
        self._credit[self.msg.sender] = 0
        try:
            token = self.create_interface_score(self._token.get(), Irc2)
            token.transfer(self.msg.sender, amount)
        except Exception:  # expect: F06
            self.PaymentFailed(self.msg.sender)
