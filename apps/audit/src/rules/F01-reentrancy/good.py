from iconservice import *

TAG = 'CoffeeFund'


class CoffeeFund(IconScoreBase):
    """State first, event next, money last."""

    _SHARE = 'share'

    @eventlog(indexed=1)
    def Joined(self, _member: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Left(self, _member: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._share = DictDB(self._SHARE, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def join(self) -> None:
        if self.msg.value <= 0:
            revert('CoffeeFund: nothing sent')
        self._share[self.msg.sender] += self.msg.value
        self.Joined(self.msg.sender, self.msg.value)

    @external
    def leave(self) -> None:
        amount = self._share[self.msg.sender]
        if amount <= 0:
            revert('CoffeeFund: not a member')
        self._share[self.msg.sender] = 0
        self.Left(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)  # ok: F01

    # a failed payment is put back: the write after the call is no second chance
    @external
    def leaveGently(self) -> None:
        amount = self._share[self.msg.sender]
        if amount <= 0:
            revert('CoffeeFund: not a member')
        self._share[self.msg.sender] = 0
        if not self.icx.send(self.msg.sender, amount):  # ok: F01, F02
            self._share[self.msg.sender] += amount

    @external(readonly=True)
    def shareOf(self, _member: Address) -> int:
        return self._share[_member]
