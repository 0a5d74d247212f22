from iconservice import *

TAG = 'Coupon'


class Coupon(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._used = DictDB('used', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Used(self, _who: Address):
        pass

    @external(readonly=True)
    def isUsed(self, _who: Address) -> bool:
        return self._used[_who]

    @external
    def use(self) -> None:
        if self._used[self.msg.sender]:
            revert('Used already')
        self._used[self.msg.sender] = True
        self.Used(self.msg.sender)
