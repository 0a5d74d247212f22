from iconservice import *

TAG = 'Barrel'
MOST = 100


class Wheel:
    """Mixes a seed once more for each of several places."""

    def __init__(self, size: int) -> None:
        self.size = size

    def place(self, seed: bytes, turn: int) -> int:
        return int.from_bytes(sha3_256(seed + bytes([turn])), 'big') % self.size  # ok: F10


class Barrel(IconScoreBase):
    """Each week three of those who have put something in are paid."""

    @eventlog(indexed=1)
    def Paid(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._names = ArrayDB('names', db, value_type=Address)
        self._pot = VarDB('pot', db, value_type=int)
        self._word = VarDB('word', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def put_in(self) -> None:
        if self.msg.value != 10 ** 18 or len(self._names) >= MOST:
            revert(f'{TAG}: one ICX, and not too many')
        self._names.put(self.msg.sender)
        self._pot.set(self._pot.get() + self.msg.value)

    def _seed(self) -> bytes:
        text = str(self.block_height) + self._word.get()
        return sha3_256(text.encode())  # expect: F10

    @external
    def draw(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner draws')
        wheel = Wheel(len(self._names))
        winner = self._names[wheel.place(self._seed(), 1)]
        amount = self._pot.get()
        self._pot.set(0)
        self.icx.transfer(winner, amount)
        self.Paid(winner, amount)
