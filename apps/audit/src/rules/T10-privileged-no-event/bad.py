from iconservice import *

TAG = 'FeeDesk'


class FeeDesk(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._admins = DictDB('admins', db, value_type=bool)

    def on_install(self, _fee: int) -> None:
        super().on_install()
        if _fee < 0 or _fee > 1000:
            revert('Fee out of range')
        self._fee.set(_fee)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Paid(self, _who: Address, _fee: int):
        pass

    @external(readonly=True)
    def fee(self) -> int:
        return self._fee.get()

    @external(readonly=True)
    def isAdmin(self, _who: Address) -> bool:
        return self._admins[_who]

    @external
    def setAdmin(self, _who: Address, _is: bool) -> None:  # expect: T10
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._admins[_who] = _is

    @external
    def setFee(self, _fee: int) -> None:  # expect: T10
        if not self._admins[self.msg.sender]:
            revert('Only an admin')
        if _fee < 0 or _fee > 1000:
            revert('Fee out of range')
        self._fee.set(_fee)

    @external
    @payable
    def pay(self) -> None:
        if self.msg.value != self._fee.get():
            revert('Pay the exact fee')
        self.Paid(self.msg.sender, self.msg.value)
        self.icx.transfer(self.owner, self.msg.value)
