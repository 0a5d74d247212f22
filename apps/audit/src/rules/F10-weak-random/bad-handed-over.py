from iconservice import *

TAG = 'Tombola'
STAKE = 10 ** 18


def mix(*parts) -> int:
    """Knows nothing of blocks: it hashes what it is handed."""
    text = '-'.join(str(part) for part in parts)
    return int.from_bytes(sha3_256(text.encode()), 'big')  # ok: F10


class Tombola(IconScoreBase):

    @eventlog(indexed=1)
    def Won(self, _who: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._traits = DictDB('traits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _bought(self) -> None:
        if self.msg.sender.is_contract or self.msg.value != STAKE:
            revert(f'{TAG}: one ticket, one ICX')

    @payable
    @external
    def play(self) -> None:
        self._bought()
        seed = mix(self.block_height, self.msg.sender)  # expect: F10
        if seed % 10 == 0:
            self.icx.transfer(self.msg.sender, 5 * STAKE)
            self.Won(self.msg.sender, 5 * STAKE)

    @payable
    @external
    def draw(self) -> None:
        """Some bytes of the hash are as well known as its remainder."""
        self._bought()
        seed = int.from_bytes(sha3_256(self.tx.hash), 'big')
        self._traits[self.msg.sender] = seed & 0xffffff  # expect: F10
