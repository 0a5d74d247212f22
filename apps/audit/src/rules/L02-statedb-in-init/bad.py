from iconservice import *

TAG = 'Guild'


class Guild(IconScoreBase):

    @eventlog(indexed=1)
    def FeeSet(self, by: Address, fee: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._masters = ArrayDB('masters', db, value_type=Address)
        self._rank = DictDB('rank', db, value_type=int)
        if self._fee.get() == 0:  # expect: L02
            self._fee.set(10 ** 18)  # expect: L02
        if len(self._masters) == 0:  # expect: L02
            self._masters.put(self.address)  # expect: L02
        self._rank[self.address] = 1  # expect: L02
        if self.address in self._rank:  # expect: L02
            pass

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def setFee(self, _fee: int) -> None:
        if self.msg.sender != self.owner:
            revert('Guild: only the owner')
        if _fee <= 0:
            revert('Guild: fee must be positive')
        self._fee.set(_fee)
        self.FeeSet(self.msg.sender, _fee)

    @external(readonly=True)
    def fee(self) -> int:
        return self._fee.get()

    @external(readonly=True)
    def rankOf(self, _member: Address) -> int:
        return self._rank[_member]
