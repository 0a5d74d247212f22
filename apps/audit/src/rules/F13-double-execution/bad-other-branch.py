from iconservice import *

TAG = 'BarnRaising'


class BarnRaising(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._farmer = VarDB('farmer', db, value_type=Address)
        self._raised = VarDB('raised', db, value_type=int)
        self._spent = VarDB('spent', db, value_type=int)
        self._end = VarDB('end', db, value_type=int)
        self._reached = VarDB('reached', db, value_type=bool)
        self._given = DictDB('given', db, value_type=int)

    def on_install(self, _end: int) -> None:
        super().on_install()
        self._farmer.set(self.msg.sender)
        self._end.set(_end)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def give(self) -> None:
        self._given[self.msg.sender] += self.msg.value
        self._raised.set(self._raised.get() + self.msg.value)

    @external
    def withdraw(self) -> None:
        if self.block_height < self._end.get():
            revert('BarnRaising: not over')
        if not self._reached.get():
            amount = self._given[self.msg.sender]
            self._given[self.msg.sender] = 0
            self.icx.transfer(self.msg.sender, amount)  # ok: F13
        if self._reached.get() and self.msg.sender == self._farmer.get():
            if not self.icx.send(self._farmer.get(), self._raised.get()):  # expect: F13
                self._reached.set(False)

    @external
    def withdraw_once(self) -> None:
        if self.msg.sender != self._farmer.get():
            revert('BarnRaising: the farmer only')
        if self.icx.send(self._farmer.get(), self._spent.get()):  # ok: F13
            self._spent.set(0)
        else:
            self._reached.set(False)
