from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, revert
from iconservice import eventlog as emits

INDEXED = 3


class Parcel:
    pass


class Logged(IconScoreBase):

    @emits
    def Noted(self, who: Address, note):  # expect: L06
        pass

    @emits(1)
    def Opened(self, number: int):  # expect: L06
        pass

    @emits(indexed=INDEXED)
    def Moved(self, number: int, place: str):  # expect: L06
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()


class Depot(Logged):

    @emits(indexed=1)
    def Taken(self, number: int, parcel: Parcel):  # expect: L06
        pass

    @emits(indexed=1)
    def Stored(self,  # expect: L06
               number: int,
               place: 'str'):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.place_of = DictDB('place_of', db, value_type=str)

    @external
    def store(self, number: int, place: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if number <= 0 or len(place) > 20:
            revert('number or place out of range')
        self.place_of[number] = place
        self.Stored(number, place)

    @external(readonly=True)
    def get_place(self, number: int) -> str:
        return self.place_of[number]
