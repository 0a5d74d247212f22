from iconservice import *

TAG = 'Tide'


class Tide(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._high = VarDB('high', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def hours(self) -> None:
        return (self.block_height - self._high.get()) // 1800  # expect: Q06

    @external(readonly=True)
    def check(self) -> None:
        if self._high.get() == 0:
            revert('nobody has seen it')
        return None  # ok: Q06

    @external
    def rise(self) -> None:
        if self.msg.sender != self.owner:
            revert('the keeper of the harbour')
        self._high.set(self.block_height)
