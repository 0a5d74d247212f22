from iconservice import *

TAG = 'DicePier'


class DicePier(IconScoreBase):
    """Weak chance (F10), and a contract may play: it reverts when it loses."""

    _POT = 'pot'

    @eventlog(indexed=1)
    def Rolled(self, _player: Address, _eyes: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pot = VarDB(self._POT, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _eyes(self) -> int:
        seed = sha3_256(self.tx.hash + str(self.now()).encode())
        return int.from_bytes(seed, 'big') % 6 + 1

    @external
    @payable
    def roll(self, _guess: int) -> None:  # expect: F11
        if self.msg.value <= 0 or self.msg.value * 5 > self._pot.get():
            revert('DicePier: stake out of range')
        self._play(_guess)

    @external
    @payable
    def rollMyself(self, _guess: int) -> None:  # ok: F11
        if self.msg.sender.is_contract:
            revert('DicePier: people only')
        if self.msg.value <= 0 or self.msg.value * 5 > self._pot.get():
            revert('DicePier: stake out of range')
        self._play(_guess)

    def _play(self, guess: int) -> None:
        eyes = self._eyes()
        self.Rolled(self.msg.sender, eyes)
        if eyes == guess:
            self._pot.set(self._pot.get() - self.msg.value * 4)
            self.icx.transfer(self.msg.sender, self.msg.value * 5)
        else:
            self._pot.set(self._pot.get() + self.msg.value)

    @payable
    def fallback(self) -> None:
        self._pot.set(self._pot.get() + self.msg.value)
