from iconservice import *

TAG = 'Membership'


class Membership(IconScoreBase):

    @eventlog(indexed=1)
    def Joined(self, member: Address, paid: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._paid = DictDB('paid', db, value_type=int)

    def on_install(self, _fee: int, **kwargs) -> None:  # expect: L03
        super().on_install()
        if _fee <= 0:
            revert('Membership: fee must be positive')
        self._fee.set(_fee)

    def on_update(self, **kwargs) -> None:  # expect: L03
        super().on_update(**kwargs)

    @payable
    @external
    def join(self) -> None:
        if self.msg.value != self._fee.get():
            revert('Membership: send the fee')
        self._paid[self.msg.sender] += self.msg.value
        self.icx.transfer(self.owner, self.msg.value)
        self.Joined(self.msg.sender, self.msg.value)

    @external(readonly=True)
    def paidBy(self, _member: Address) -> int:
        return self._paid[_member]
