from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, payable, eventlog, revert


class Refusing(IconScoreBase):

    @payable
    def fallback(self):  # ok: L11
        revert('send ICX with a method')

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()


class Fees(Refusing):
    """The fallback of the base class refuses plain transfers for all contracts of this author."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.paid = DictDB('paid', db, value_type=int)

    @eventlog(indexed=1)
    def Paid(self, member: Address, amount: int):
        pass

    @external
    @payable
    def pay(self) -> None:
        self.paid[self.msg.sender] += self.msg.value
        self.Paid(self.msg.sender, self.msg.value)
        self.icx.transfer(self.owner, self.msg.value)

    @external(readonly=True)
    def get_paid(self, member: Address) -> int:
        return self.paid[member]
