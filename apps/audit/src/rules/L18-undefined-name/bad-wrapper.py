from iconservice import *

TAG = 'Ferry'


def in_season(func):
    @wraps(func)
    def inside(ferry, *args, **kwargs):
        if not ferry._season.get():  # expect: L18
            revert('The ferry rests')
        ferry.Boarded(ferry.msg.sender)
        return func(ferry, *args, **kwargs)

    return inside


class Ferry(IconScoreBase):

    @eventlog(indexed=1)
    def Boarded(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._trips = DictDB('trips', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @in_season
    def board(self) -> None:
        self._trips[self.msg.sender] += 1

    @external(readonly=True)
    def trips(self, who: Address) -> int:
        return self._trips[who]
