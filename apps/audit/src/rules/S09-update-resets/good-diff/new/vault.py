from iconservice import *

TAG = 'Vault'


class Vault(IconScoreBase):
    """The limit did not exist before this version, so this update cannot reset it."""

    @eventlog
    def LimitChanged(self, _limit: int):
        pass

    @eventlog(indexed=1)
    def Left(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._limit = VarDB('limit', db, value_type=int)
        self._deposits = DictDB('deposits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._limit.set(1000 * 10 ** 18)

    def on_update(self) -> None:
        super().on_update()
        self._limit.set(1000 * 10 ** 18)  # ok: S09

    @external(readonly=True)
    def deposit_of(self, _account: Address) -> int:
        return self._deposits[_account]

    @external
    def set_limit(self, _limit: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _limit <= 0:
            revert('The limit must be positive')
        self._limit.set(_limit)
        self.LimitChanged(_limit)

    @payable
    @external
    def deposit(self):
        if self._deposits[self.msg.sender] + self.msg.value > self._limit.get():
            revert('Over the limit')
        self._deposits[self.msg.sender] += self.msg.value

    @external
    def leave(self):
        amount = self._deposits[self.msg.sender]
        if amount <= 0:
            revert('Nothing to leave with')
        self._deposits[self.msg.sender] = 0
        self.Left(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
