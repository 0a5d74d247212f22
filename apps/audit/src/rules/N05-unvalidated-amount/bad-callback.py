from iconservice import *

TAG = 'GiftBox'


class PayToken(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class GiftBox(IconScoreBase):
    """A depositor may give a part of the deposit to somebody else."""

    @eventlog(indexed=1)
    def Deposited(self, account: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Withdrawn(self, account: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._deposits = DictDB('deposits', db, value_type=int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def depositOf(self, _account: Address) -> int:
        return self._deposits[_account]

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        if self.msg.sender != self._token.get():
            revert('This token is not accepted')
        order = json_loads(_data.decode('utf-8'))
        gift = int(order['params']['gift'])
        friend = Address.from_string(order['params']['friend'])
        if gift > _value:
            revert('The gift is larger than the deposit')
        self._deposits[friend] += gift  # expect: N05
        self._deposits[_from] += _value - gift
        self.Deposited(_from, _value)

    @external
    def withdraw(self, _amount: int):
        if _amount <= 0 or _amount > self._deposits[self.msg.sender]:
            revert('Invalid amount')
        self._deposits[self.msg.sender] -= _amount
        self.Withdrawn(self.msg.sender, _amount)
        token = self.create_interface_score(self._token.get(), PayToken)
        token.transfer(self.msg.sender, _amount)
