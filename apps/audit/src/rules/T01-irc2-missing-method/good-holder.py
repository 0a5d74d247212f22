from iconservice import *

TAG = 'DepositBox'


class TokenInterface(InterfaceScore):  # ok: T01
    @interface
    def name(self) -> str:
        pass

    @interface
    def symbol(self) -> str:
        pass

    @interface
    def balanceOf(self, _owner: Address) -> int:
        pass

    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class DepositBox(IconScoreBase):  # ok: T01
    """Keeps one kind of token for its depositors."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._deposits = DictDB('deposits', db, value_type=int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Deposited(self, _who: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Withdrawn(self, _who: Address, _amount: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Deposit Box'

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._deposits[_owner]

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get():
            revert('Only the agreed token')
        if _value <= 0:
            revert('Nothing came')
        self._deposits[_from] += _value
        self.Deposited(_from, _value)

    @external
    def withdraw(self) -> None:
        amount = self._deposits[self.msg.sender]
        if amount <= 0:
            revert('Nothing to withdraw')
        self._deposits[self.msg.sender] = 0
        self.Withdrawn(self.msg.sender, amount)
        self.create_interface_score(self._token.get(), TokenInterface).transfer(self.msg.sender, amount)
