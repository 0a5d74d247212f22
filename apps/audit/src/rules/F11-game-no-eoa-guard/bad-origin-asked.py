from iconservice import *

TAG = 'Coins'


class Coins(IconScoreBase):
    """Contracts are to be kept out, but who signed a transaction is never one."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._wins = DictDB('wins', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _people_only(self) -> None:
        if self.tx.origin.is_contract:  # expect: F11
            revert('Coins: people only')

    def _callers_only(self) -> None:
        if self.msg.sender.is_contract:  # ok: F11
            revert('Coins: people only')

    def _coin(self) -> int:
        return sha3_256(str(self.now()).encode())[0] % 2

    @external
    @payable
    def heads(self) -> None:
        self._people_only()
        if self._coin() == 0:
            self.icx.transfer(self.msg.sender, self.msg.value * 2)

    @external
    @payable
    def tails(self) -> None:
        self._people_only()
        if self._coin() == 1:
            self.icx.transfer(self.msg.sender, self.msg.value * 2)

    @external
    @payable
    def edge(self) -> None:
        self._callers_only()
        if self._coin() == 1:
            self.icx.transfer(self.msg.sender, self.msg.value * 2)
