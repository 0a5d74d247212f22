from iconservice import *

TAG = 'TipJar'


class TipJar(IconScoreBase):
    """Collects tips for an artist and raffles a part of them among the givers."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._artist = VarDB('artist', db, value_type=Address)
        self._given = DictDB('given', db, value_type=int)
        self._givers = ArrayDB('givers', db, value_type=Address)
        self._open = VarDB('open', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()
        self._artist.set(self.msg.sender)
        self._open.set(True)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Tip(self, giver: Address, amount: int):
        pass

    @payable
    @external
    def give(self) -> None:
        if not self._open.get():
            revert('the jar is closed')
        self._given[self.msg.sender] += self.msg.value
        self._givers.put(self.msg.sender)
        self.Tip(self.msg.sender, self.msg.value)

    @external
    def takeBack(self) -> None:
        amount = self._given[self.msg.sender]
        if amount == 0:
            revert('nothing given')
        self.icx.transfer(self.msg.sender, amount)
        self._given[self.msg.sender] = 0

    @external
    def setArtist(self, artist: Address) -> None:
        self._artist.set(artist)

    @external
    def raffle(self) -> None:
        if self.msg.sender != self._artist.get():
            revert('only the artist raffles')
        winner = self._givers[hash(self.tx.hash) % len(self._givers)]
        self.icx.send(winner, self.icx.get_balance(self.address) // 10)

    @external(readonly=True)
    def total(self) -> int:
        amount = 0
        for giver in self._givers:
            amount += self._given[giver]
        return amount
