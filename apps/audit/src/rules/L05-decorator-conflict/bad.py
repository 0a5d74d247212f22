from iconservice import *

TAG = 'Donations'


class Donations(IconScoreBase):

    @eventlog(indexed=1)
    @external
    def Donated(self, donor: Address, amount: int):  # expect: L05
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._given = DictDB('given', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def donate(self) -> None:  # expect: L05
        self._given[self.msg.sender] += self.msg.value
        self._total.set(self._total.get() + self.msg.value)
        self.icx.transfer(self.owner, self.msg.value)
        self.Donated(self.msg.sender, self.msg.value)

    @external
    @external(readonly=True)
    def total(self) -> int:  # expect: L05
        return self._total.get()

    @external(readonly=True)
    @payable
    def givenBy(self, _donor: Address) -> int:  # expect: L05
        return self._given[_donor]

    @interface
    def price(self) -> int:  # expect: L05
        pass
