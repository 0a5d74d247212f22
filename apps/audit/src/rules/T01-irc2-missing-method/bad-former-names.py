from iconservice import *

TAG = 'MarketChip'


# spelt as in the first drafts of the standard
class MarketChip(IconScoreBase):  # expect: T01

    @eventlog(indexed=3)
    def Moved(self, _from: Address, _to: Address, _value: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._chips = DictDB('chips', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._supply.set(10 ** 21)
        self._chips[self.msg.sender] = 10 ** 21

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def total_supply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balance_of(self, _holder: Address) -> int:
        return self._chips[_holder]

    @external
    def transfer(self, _receiver: Address, _amount: int) -> None:
        if _amount <= 0 or self._chips[self.msg.sender] < _amount:
            revert(f'{TAG}: not that many chips')
        self._chips[self.msg.sender] -= _amount
        self._chips[_receiver] += _amount
        self.Moved(self.msg.sender, _receiver, _amount)
