from iconservice import *

TAG = 'ItemForge'


class Player:
    """Object in storage: fields under a computed prefix."""

    def __init__(self, db: IconScoreDatabase, who: Address) -> None:
        self.ore = VarDB(f'player_{who}_ore', db, int)
        self.level = VarDB(f'player_{who}_level', db, int)


class ItemForge(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self.mine = VarDB('mine', db, Address)

    def on_install(self, mine: Address) -> None:
        super().on_install()
        self.mine.set(mine)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def OreStored(self, who: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Forged(self, who: Address, level: int):
        pass

    @external
    def onIRC31Received(self, _operator: Address, _from: Address, _id: int, _value: int, _data: bytes) -> None:
        if _id != 7 or _value <= 0:
            revert('ore only')
        player = Player(self._db, _from)
        player.ore.set(player.ore.get() + _value)  # expect: A04
        self.OreStored(_from, _value)

    @external
    def forge(self) -> None:
        player = Player(self._db, self.msg.sender)
        left = player.ore.get() - 10
        if left < 0:
            revert('10 ore make a level')
        player.ore.set(left)
        player.level.set(player.level.get() + 1)
        self.Forged(self.msg.sender, player.level.get())
