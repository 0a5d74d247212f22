from iconservice import *

TAG = 'NewDesk'


class Ticket:
    """A helper with a block and a call of its own."""

    def __init__(self, block: int) -> None:
        self.block = block

    def call(self) -> int:
        return self.block + 1  # ok: Q01


class Bank(InterfaceScore):
    @interface
    def deposit(self):
        pass


class NewDesk(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._end = VarDB('end', db, value_type=int)
        self._bank = VarDB('bank', db, value_type=Address)

    def on_install(self, _days: int, _bank: Address) -> None:
        super().on_install()
        if _days <= 0:
            revert('Days must be positive')  # ok: Q01
        self._end.set(self.block_height + _days * 43200)  # ok: Q01
        self._bank.set(_bank)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Paid(self, _who: Address, _amount: int):
        pass

    @external(readonly=True)
    def isOpen(self) -> bool:
        return self.block_height < self._end.get()

    @external(readonly=True)
    def nextTicket(self) -> int:
        return Ticket(self.block_height).call()  # ok: Q01

    @external(readonly=True)
    def time(self) -> int:
        return self.now()

    @external
    @payable
    def pay(self) -> None:
        if self.msg.value <= 0:
            revert('Send ICX')
        self.Paid(self.msg.sender, self.msg.value)
        self.create_interface_score(self._bank.get(), Bank).icx(self.msg.value).deposit()
