from iconservice import *

TAG = 'TipJar'


class TipJar(IconScoreBase):
    _TIPS = 'tips'

    @eventlog(indexed=1)
    def Tipped(self, _from: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def PaidOut(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tips = DictDB(self._TIPS, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        self._tips[self.msg.sender] += self.msg.value
        self.Tipped(self.msg.sender, self.msg.value)

    @external
    def payOut(self, _to: Address, _amount: int) -> None:
        if _amount <= 0 or _amount > self.icx.get_balance(self.address):
            revert('TipJar: amount out of range')
        self.PaidOut(_to, _amount)
        self.icx.transfer(_to, _amount)  # expect: A08

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('TipJar: only the owner')
        amount = self.icx.get_balance(self.address)
        self.PaidOut(self.owner, amount)
        self.icx.transfer(self.owner, amount)  # ok: A08
