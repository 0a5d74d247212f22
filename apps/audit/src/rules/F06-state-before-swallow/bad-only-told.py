from iconservice import *

TAG = 'LibraryFines'


class LibraryFines(IconScoreBase):
    """Readers get their deposits back; whether that worked stands in an event, and the deposit is gone."""

    @eventlog(indexed=1)
    def Returned(self, reader: Address, amount: int, worked: bool):
        pass

    @eventlog(indexed=1)
    def PaidBack(self, reader: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deposit = DictDB('deposit', db, value_type=int)
        self._closed = DictDB('closed', db, value_type=bool)
        self._failures = VarDB('failures', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def enrol(self) -> None:
        if self.msg.value <= 0 or self._closed[self.msg.sender]:
            revert(f'{TAG}: a deposit, and an open account')
        self._deposit[self.msg.sender] += self.msg.value

    def _take(self) -> int:
        amount = self._deposit[self.msg.sender]
        if amount <= 0:
            revert(f'{TAG}: no deposit')
        self._deposit[self.msg.sender] = 0
        return amount

    @external
    def get_back(self) -> None:
        amount = self._take()
        worked = True
        try:
            self.icx.transfer(self.msg.sender, amount)
        except BaseException:  # expect: F06
            worked = False
        self.Returned(self.msg.sender, amount, worked)

    @external
    def close(self) -> None:
        if self._closed[self.msg.sender]:
            revert(f'{TAG}: closed already')
        self._closed[self.msg.sender] = True
        paid = self._deposit[self.msg.sender]
        try:
            self.icx.transfer(self.msg.sender, paid)
        except BaseException:  # expect: F06
            paid = 0
        self.PaidBack(self.msg.sender, paid)

    @external
    def get_back_or_keep(self) -> None:
        amount = self._take()
        worked = True
        try:
            self.icx.transfer(self.msg.sender, amount)  # ok: F01
        except BaseException:  # ok: F06
            worked = False
        self.Returned(self.msg.sender, amount, worked)
        if not worked:
            self._deposit[self.msg.sender] = amount

    @external
    def get_back_or_stop(self) -> None:
        amount = self._take()
        problem = ''
        try:
            self.icx.transfer(self.msg.sender, amount)
        except BaseException:  # ok: F06
            problem = 'the payment was refused'
        self.Returned(self.msg.sender, amount, problem == '')
        if problem != '':
            revert(f'{TAG}: {problem}')
