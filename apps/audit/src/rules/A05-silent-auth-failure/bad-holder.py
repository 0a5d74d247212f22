from iconservice import *

TAG = 'MooringBook'


class MooringBook(IconScoreBase):

    @eventlog(indexed=1)
    def Renamed(self, berth: int, boat: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._boat = DictDB('boat', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def take(self, berth: int) -> None:
        if self._holder[berth] is None:  # ok: A05
            self._holder[berth] = self.msg.sender

    @external
    def rename(self, berth: int, boat: str) -> None:
        if self._holder[berth] == self.msg.sender:  # expect: A05
            self._boat[berth] = boat
            self.Renamed(berth, boat)

    @external
    def leave(self, berth: int) -> None:
        if self._holder[berth] != self.msg.sender:  # ok: A05
            revert('MooringBook: not your berth')
        del self._holder[berth]

    @external(readonly=True)
    def boat(self, berth: int) -> str:
        return self._boat[berth]
