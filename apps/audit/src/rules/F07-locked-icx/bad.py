from iconservice import *

TAG = 'WishingWell'


class WishingWell(IconScoreBase):
    """Takes coins and gives none back."""

    _WISHES = 'wishes'

    @eventlog(indexed=1)
    def Wished(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._wishes = DictDB(self._WISHES, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:  # expect: F07
        self.Wished(self.msg.sender, self.msg.value)

    @external
    @payable
    def wish(self) -> None:
        if self.msg.value <= 0:
            revert('WishingWell: throw a coin')
        self._wishes[self.msg.sender] += self.msg.value
        self.Wished(self.msg.sender, self.msg.value)

    @external(readonly=True)
    def wishesOf(self, _account: Address) -> int:
        return self._wishes[_account]
