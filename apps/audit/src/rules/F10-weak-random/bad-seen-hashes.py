from iconservice import *

TAG = 'PieContest'


class Once:
    """Hashes of transactions that have been here."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self.hashes = ArrayDB('hashes', db, value_type=bytes)


class PieContest(IconScoreBase):
    """To look a hash up in a list leaves nothing to chance; to let its first byte decide does."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seen = ArrayDB('seen', db, value_type=bytes)
        self._once = Once(db)
        self._slices = DictDB('slices', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Baked(self, baker: Address, slices: int):
        pass

    @payable
    @external
    def bake(self) -> None:
        if self.tx.hash in self._seen:  # ok: F10
            revert(f'{TAG}: once in a transaction')
        self._seen.put(self.tx.hash)
        self._slices[self.msg.sender] += self.msg.value
        self.Baked(self.msg.sender, self.msg.value)

    @payable
    @external
    def bake_twice(self) -> None:
        if self.tx.hash in self._once.hashes:  # ok: F10
            revert(f'{TAG}: once in a transaction')
        self._once.hashes.put(self.tx.hash)
        self._slices[self.msg.sender] += self.msg.value * 2
        self.Baked(self.msg.sender, self.msg.value * 2)

    @payable
    @external
    def taste(self) -> None:
        if self.msg.sender.is_contract:
            revert(f'{TAG}: people only')
        if self.tx.hash[0] in (3, 33, 133):  # expect: F10
            self._slices[self.msg.sender] += self.msg.value * 80
        self.Baked(self.msg.sender, 0)

    @external
    def eat(self) -> None:
        slices = self._slices[self.msg.sender]
        self._slices[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, slices)
