from iconservice import *

TAG = 'Treasury'


class Treasury(IconScoreBase):

    @eventlog(indexed=1)
    def Spent(self, to: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB('keeper', db, value_type=Address)

    @external
    def on_install(self, _keeper: Address) -> None:  # expect: L04
        super().on_install()
        self._keeper.set(_keeper)

    @payable
    def on_update(self) -> None:  # expect: L04
        super().on_update()

    @payable
    def fallback(self) -> None:
        pass

    @external
    def spend(self, _to: Address, _amount: int) -> None:
        if self.msg.sender != self._keeper.get():
            revert('Treasury: only the keeper')
        if _amount <= 0:
            revert('Treasury: amount must be positive')
        self.Spent(_to, _amount)
        self.icx.transfer(_to, _amount)

    @external(readonly=True)
    def keeper(self) -> Address:
        return self._keeper.get()
