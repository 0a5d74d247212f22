from iconservice import *

TAG = 'LoanDesk'


class TokenInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class LoanDesk(IconScoreBase):
    """The token is looked up in a DictDB of accepted tokens."""

    _ACCEPTED = 'accepted'
    _PLEDGED = 'pledged'

    @eventlog(indexed=1)
    def TokenAccepted(self, _token: Address):
        pass

    @eventlog(indexed=2)
    def Pledged(self, _token: Address, _account: Address, _amount: int):
        pass

    @eventlog(indexed=2)
    def Released(self, _token: Address, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._accepted = DictDB(self._ACCEPTED, db, bool)
        self._pledged = DictDB(self._PLEDGED, db, int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def acceptToken(self, _token: Address) -> None:
        if self.msg.sender != self.owner:
            revert('LoanDesk: only the owner')
        self._accepted[_token] = True
        self.TokenAccepted(_token)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        token = self.msg.sender
        if not self._accepted[token]:
            revert('LoanDesk: token not accepted')
        if _value <= 0:
            revert('LoanDesk: nothing pledged')
        self._pledged[token][_from] += _value  # ok: A04
        self.Pledged(token, _from, _value)

    @external
    def release(self, _token: Address) -> None:
        amount = self._pledged[_token][self.msg.sender]
        if amount <= 0:
            revert('LoanDesk: nothing pledged')
        self._pledged[_token][self.msg.sender] = 0
        self.Released(_token, self.msg.sender, amount)
        token = self.create_interface_score(_token, TokenInterface)
        token.transfer(self.msg.sender, amount)

    @external(readonly=True)
    def pledgedBy(self, _token: Address, _account: Address) -> int:
        return self._pledged[_token][_account]
