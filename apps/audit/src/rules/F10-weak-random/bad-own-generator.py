from iconservice import *

TAG = 'MonsterEggs'


class Dice:
    """A generator of our own is as good as its seed."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def roll(self, sides: int) -> int:
        self._state = (self._state * 1103515245 + 12345) & 0x7fffffff
        return self._state % sides + 1  # expect: F10


class MonsterEggs(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.rare = DictDB('rare', db, int)
        self.common = DictDB('common', db, int)
        self.nonce = VarDB('nonce', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Hatched(self, account: Address, rare: bool):
        pass

    @external
    @payable
    def hatch(self) -> None:
        if self.msg.sender.is_contract or self.msg.value != 10 ** 18:
            revert('an egg costs 1 ICX')
        self.nonce.set(self.nonce.get() + 1)
        dice = Dice(int(self.tx.hash.hex()[:8], 16) ^ self.nonce.get())
        if dice.roll(100) > 95:
            self.rare[self.msg.sender] += 1
            self.Hatched(self.msg.sender, True)
        else:
            self.common[self.msg.sender] += 1
            self.Hatched(self.msg.sender, False)

    # no hash and no modulo: the microsecond is odd or even
    @external
    @payable
    def double(self) -> None:
        if self.msg.sender.is_contract or self.msg.value <= 0:
            revert('people only')
        if self.now() & 1:  # expect: F10
            self.Hatched(self.msg.sender, True)
            self.icx.transfer(self.msg.sender, self.msg.value * 2)
        else:
            self.Hatched(self.msg.sender, False)
