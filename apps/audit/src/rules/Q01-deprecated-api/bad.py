from iconservice import *

TAG = 'OldDesk'


class OldDesk(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._end = VarDB('end', db, value_type=int)
        self._bank = VarDB('bank', db, value_type=Address)

    def on_install(self, _days: int, _bank: Address) -> None:
        super().on_install()
        if _days <= 0:
            self.revert('Days must be positive')  # expect: Q01
        self._end.set(self.block.height + _days * 43200)  # expect: Q01
        self._bank.set(_bank)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Paid(self, _who: Address, _amount: int):
        pass

    @external(readonly=True)
    def isOpen(self) -> bool:
        return self.block.height < self._end.get()  # expect: Q01

    @external(readonly=True)
    def end(self) -> int:
        return self._end.get()

    @external
    @payable
    def pay(self) -> None:
        if self.msg.value <= 0:
            self.revert('Send ICX')  # expect: Q01
        self.Paid(self.msg.sender, self.msg.value)
        self.call(self._bank.get(), 'deposit', {}, self.msg.value)  # expect: Q01

    @external(readonly=True)
    def ownerOfBank(self) -> Address:
        return self.get_owner(self._bank.get())  # expect: Q01
