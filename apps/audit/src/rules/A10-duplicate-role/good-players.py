from iconservice import *

TAG = 'Round'


class Round(IconScoreBase):
    """Players put themselves on a list, and a list of helpers is written anew."""

    @eventlog(indexed=1)
    def Joined(self, _player: Address):
        pass

    @eventlog
    def Emptied(self):
        pass

    @eventlog
    def Helpers(self, _count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seats = DictDB('seats', db, value_type=bool)
        self._players = ArrayDB('players', db, value_type=Address)
        self._helpers = ArrayDB('helpers', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self) -> None:
        if self._seats[self.msg.sender] or len(self._players) >= 20:
            revert('no seat')
        self._seats[self.msg.sender] = True
        self._players.put(self.msg.sender)  # ok: A10
        self.Joined(self.msg.sender)

    @external
    def endRound(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        for _ in range(20):
            player = self._players.pop()
            if player is not None:
                self._seats[player] = False
        self.Emptied()

    @external
    def setHelpers(self, _first: Address, _second: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        for _ in range(2):
            self._helpers.pop()
        self._helpers.put(_first)  # ok: A10
        self._helpers.put(_second)  # ok: A10
        self.Helpers(2)
