from iconservice import *

TAG = 'Ferry'


class Ferry(IconScoreBase):
    """What is paid above the fare is a tip, and the skipper takes the whole till."""

    @eventlog(indexed=1)
    def Carried(self, _guest: Address, _paid: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fare = VarDB('fare', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._fare.set(10**18)

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def board(self) -> None:  # ok: F08
        if self.msg.value < self._fare.get():
            revert('Ferry: the fare is higher')
        self.Carried(self.msg.sender, self.msg.value)

    @external
    def empty(self) -> None:
        if self.msg.sender != self.owner:
            revert('Ferry: only the skipper')
        amount = self.icx.get_balance(self.address)
        self.Carried(self.owner, amount)
        self.icx.transfer(self.owner, amount)
