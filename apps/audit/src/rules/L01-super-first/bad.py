from iconservice import *

TAG = 'Escrow'


class Escrow(IconScoreBase):

    @eventlog(indexed=1)
    def Held(self, payer: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        self._held = DictDB('held', db, value_type=int)
        self._limit = VarDB('limit', db, value_type=int)
        super().__init__(db)  # expect: L01

    def on_install(self, _limit: int) -> None:
        if _limit <= 0:
            revert('Escrow: limit must be positive')
        super().on_install()  # expect: L01
        self._limit.set(_limit)

    def on_update(self) -> None:  # expect: L01
        pass

    @payable
    @external
    def hold(self) -> None:
        payer = self.msg.sender
        if self._held[payer] + self.msg.value > self._limit.get():
            revert('Escrow: above the limit')
        self._held[payer] += self.msg.value
        self.Held(payer, self.msg.value)

    @external
    def release(self) -> None:
        payer = self.msg.sender
        amount = self._held[payer]
        self._held[payer] = 0
        self.Held(payer, 0)
        self.icx.transfer(payer, amount)

    @external(readonly=True)
    def heldOf(self, _payer: Address) -> int:
        return self._held[_payer]
