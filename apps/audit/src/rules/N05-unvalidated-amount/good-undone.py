from iconservice import *

TAG = 'Rehearsal'


class Rehearsal(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def coins(self, who: Address) -> int:
        return self._coins[who]

    @external
    def rehearse(self, amount: int) -> None:
        self._coins[self.msg.sender] += amount  # ok: N05
        revert(f'would be {self._coins[self.msg.sender]}')
