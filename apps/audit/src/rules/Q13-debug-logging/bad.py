from iconservice import *

TAG = 'Charity'


class Charity(IconScoreBase):

    @eventlog(indexed=1)
    def Donated(self, _from: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def PaidOut(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._total = VarDB('total', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def total(self) -> int:
        return self._total.get()

    @payable
    @external
    def donate(self) -> None:
        Logger.debug(f'donate {self.msg.value} from {self.msg.sender}', TAG)  # expect: Q13
        if self.msg.value == 0:
            revert('Charity: nothing sent')
        self._total.set(self._total.get() + self.msg.value)
        self.Donated(self.msg.sender, self.msg.value)

    @external
    def payOut(self, _to: Address, _amount: int) -> None:
        if self.msg.sender != self.owner:
            Logger.warning('somebody else tries to pay out', TAG)  # expect: Q13
            revert('Charity: owner only')
        if _amount <= 0 or _amount > self._total.get():
            revert('Charity: wrong amount')
        self._total.set(self._total.get() - _amount)
        self.PaidOut(_to, _amount)
        self.icx.transfer(_to, _amount)
