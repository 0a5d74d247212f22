from iconservice import *

TAG = 'Hotel'


class Bag:

    def __init__(self, key: str, db: IconScoreDatabase) -> None:
        self._items = ArrayDB(f'{key}_items', db, value_type=Address)
        self._place = DictDB(f'{key}_place', db, value_type=int)

    def put(self, item: Address) -> None:
        if self._place[item] > 0:
            revert('is in it')
        self._items.put(item)
        self._place[item] = len(self._items)


class Room:

    def __init__(self, number: int, db: IconScoreDatabase) -> None:
        self.price = VarDB(f'room_{number}_price', db, value_type=int)
        self.guest = VarDB(f'room_{number}_guest', db, value_type=Address)


class Hotel(IconScoreBase):

    @eventlog(indexed=1)
    def Booked(self, _guest: Address, _room: int):
        pass

    @eventlog
    def PriceChanged(self, _room: int, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guests = Bag('guests', db)
        self._keepers = Bag('keepers', db)  # ok: S08
        self._nights = VarDB('nights', db, value_type=int)
        self._nights_of = DictDB('nights', db, value_type=int)  # ok: S08
        self._night_log = ArrayDB('nights', db, value_type=int)  # ok: S08

    @property
    def _season(self) -> VarDB:
        return VarDB('season', self.db, value_type=str)  # ok: S08

    def _room(self, number: int) -> Room:
        return Room(number, self.db)  # ok: S08

    def on_install(self) -> None:
        super().on_install()
        self._season.set('low')
        self._room(1).price.set(100)
        self._room(2).price.set(120)
        self._keepers.put(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def season(self) -> str:
        return self._season.get()

    @external(readonly=True)
    def nights_of(self, _guest: Address) -> int:
        return self._nights_of[_guest]

    @external
    def set_price(self, _number: int, _price: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _price <= 0:
            revert('The price must be positive')
        Room(_number, self.db).price.set(_price)  # ok: S08
        self.PriceChanged(_number, _price)

    @external
    def book(self, _number: int):
        room = self._room(_number)
        if room.price.get() == 0 or room.guest.get() is not None:
            revert('Cannot be booked')
        room.guest.set(self.msg.sender)
        self._guests.put(self.msg.sender)
        self._nights.set(self._nights.get() + 1)
        self._nights_of[self.msg.sender] += 1
        self._night_log.put(_number)
        self.Booked(self.msg.sender, _number)
