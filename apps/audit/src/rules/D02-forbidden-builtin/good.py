from iconservice import *

TAG = 'SealedBids'


class SealedBids(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._is_open = VarDB('is_open', db, value_type=bool)
        self._input = DictDB('input', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def RoundOpened(self, height: int):
        pass

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('SealedBids: only the owner')

    @external
    def open(self) -> None:  # ok: D02
        self._only_owner()
        self._is_open.set(True)
        self.RoundOpened(self.block_height)

    @external
    def reopen(self) -> None:
        self._only_owner()
        self.open()  # ok: D02

    @external
    def bid(self, _commitment: bytes) -> None:
        if not self._is_open.get():
            revert('SealedBids: closed')
        if len(_commitment) != 32:
            revert('SealedBids: 32 bytes')
        self._input[self.msg.sender] = _commitment

    @external(readonly=True)
    def bidOf(self, _bidder: Address) -> str:
        compile = self._input[_bidder]  # ok: D02
        return '' if compile is None else compile.hex()
