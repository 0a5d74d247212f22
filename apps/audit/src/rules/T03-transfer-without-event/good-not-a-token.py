from iconservice import *

TAG = 'PrepaidMeter'


class PrepaidMeter(IconScoreBase):
    """Credit that cannot be handed on: there is a balance, but it is no token."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._balances = DictDB('balances', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Charged(self, _who: Address, _value: int):
        pass

    @eventlog(indexed=1)
    def Refunded(self, _who: Address, _value: int):
        pass

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._balances[_owner]

    @external
    @payable
    def charge(self) -> None:
        if self.msg.value <= 0:
            revert('Send ICX')
        self._balances[self.msg.sender] += self.msg.value  # ok: T03
        self.Charged(self.msg.sender, self.msg.value)

    @external
    def refund(self) -> None:
        rest = self._balances[self.msg.sender]
        if rest <= 0:
            revert('Nothing left')
        self._balances[self.msg.sender] = 0  # ok: T03
        self.Refunded(self.msg.sender, rest)
        self.icx.transfer(self.msg.sender, rest)
