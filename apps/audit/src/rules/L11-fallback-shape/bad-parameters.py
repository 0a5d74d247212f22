from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, payable as with_icx, eventlog, revert


class Receiver(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.sum_of = DictDB('sum_of', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Forwarded(self, sender: Address, amount: int):
        pass

    @with_icx
    def fallback(self, _data: bytes) -> None:  # expect: L11
        self.forward()

    def forward(self) -> None:
        self.sum_of[self.msg.sender] += self.msg.value
        self.Forwarded(self.msg.sender, self.msg.value)
        self.icx.transfer(self.owner, self.msg.value)

    @external(readonly=True)
    def get_sum(self, sender: Address) -> int:
        return self.sum_of[sender]


class Counting(Receiver):

    @with_icx
    def fallback(self) -> int:  # expect: L11
        self.forward()
        return self.sum_of[self.msg.sender]


class Splitting(Receiver):

    @with_icx
    def fallback(self):  # expect: L11
        if self.msg.value < 2:
            return False
        self.forward()
