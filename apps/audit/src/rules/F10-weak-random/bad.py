from iconservice import *

TAG = 'LuckyCorner'


class LuckyCorner(IconScoreBase):
    _STAKES = 'stakes'

    @eventlog(indexed=1)
    def Played(self, _player: Address, _number: int, _payout: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stakes = VarDB(self._STAKES, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        self._stakes.set(self._stakes.get() + self.msg.value)

    @external
    @payable
    def play(self, _guess: int) -> None:
        if self.msg.sender.is_contract:
            revert('LuckyCorner: people only')
        if _guess < 0 or _guess > 9 or self.msg.value != 10 ** 18:
            revert('LuckyCorner: guess 0 to 9 for 1 ICX')
        seed = str(self.now()) + str(self.block_height) + str(self.msg.sender)
        digest = sha3_256(seed.encode())
        number = int.from_bytes(digest, 'big') % 10  # expect: F10
        payout = 0
        if number == _guess:
            payout = 9 * 10 ** 18
        self.Played(self.msg.sender, number, payout)
        if payout > 0:
            self.icx.transfer(self.msg.sender, payout)
