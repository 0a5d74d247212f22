from iconservice import *

TAG = 'FerryLanding'


def owner_only(method):
    @wraps(method)
    def asked(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert(f'{TAG}: not the owner')
        return method(self, *args, **kwargs)

    return asked


class FerryLanding(IconScoreBase):
    """The owner throws the switches; what time has decided anybody may write down."""

    @eventlog
    def Opened(self, open: bool):
        pass

    @eventlog(indexed=1)
    def Allowed(self, goods: str, on: bool):
        pass

    @eventlog(indexed=1)
    def Ferry(self, ferry: str, on: bool):
        pass

    @eventlog
    def Moved(self, height: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._house = VarDB('house', db, value_type=Address)
        self._open = VarDB('open', db, value_type=bool)
        self._night = VarDB('night', db, value_type=bool)
        self._booking = VarDB('booking', db, value_type=bool)
        self._season = VarDB('season', db, value_type=str)
        self._ends_at = VarDB('ends_at', db, value_type=int)
        self._melts_at = VarDB('melts_at', db, value_type=int)
        self._allowed = DictDB('allowed', db, value_type=bool)
        self._ferries = ArrayDB('ferries', db, value_type=str)
        self._cargo = DictDB('cargo', db, value_type=int)

    def on_install(self, _house: Address) -> None:
        super().on_install()
        self._house.set(_house)

    def on_update(self) -> None:
        super().on_update()

    @external
    @owner_only
    def open_gate(self) -> None:
        if not self._open.get() and self._house.get() is not None:
            self._open.set(True)  # ok: A01
            self.Opened(True)

    @external
    @owner_only
    def close_gate(self) -> None:
        if self._open.get():
            self._open.set(False)  # ok: A01
            self.Opened(False)

    @external
    @owner_only
    def change_shift(self) -> None:
        if self._house.get() is not None:
            self._night.set(not self._night.get())  # ok: A01
            self.Opened(self._open.get())

    @external
    @owner_only
    def allow(self, _goods: str) -> None:
        if not self._allowed[_goods]:
            self._allowed[_goods] = True  # ok: A01
            self.Allowed(_goods, True)

    @external
    @owner_only
    def forbid(self, _goods: str) -> None:
        if self._allowed[_goods]:
            self._allowed[_goods] = False  # ok: A01
            self.Allowed(_goods, False)

    @external
    @owner_only
    def add_ferry(self, _ferry: str) -> None:
        self._ferries.put(_ferry)  # ok: A01
        self.Ferry(_ferry, True)

    @external
    @owner_only
    def remove_last_ferry(self) -> None:
        if len(self._ferries) > 0:
            self.Ferry(self._ferries.pop(), False)  # ok: A01

    @external
    @owner_only
    def start_booking(self, _ends_at: int, _melts_at: int) -> None:
        if _ends_at <= self.block_height or _melts_at <= self.now():
            revert(f'{TAG}: over before it begins')
        self._ends_at.set(_ends_at)
        self._melts_at.set(_melts_at)
        self._booking.set(True)
        self._season.set('ICE')
        self.Moved(_ends_at)

    # anybody: the height decides
    @external
    def end_booking(self) -> None:
        if self._booking.get() and self.block_height > self._ends_at.get():
            self._booking.set(False)  # ok: A01
            self.Moved(self.block_height)

    # anybody: the time decides
    @external
    def melt(self) -> None:
        if self._season.get() != 'ICE' or self.now() < self._melts_at.get():
            revert(f'{TAG}: still frozen')
        self._season.set('WATER')  # ok: A01
        self.Moved(self.block_height)

    @external
    def load(self, _goods: str) -> None:
        if self._night.get() or not self._open.get() or not self._booking.get():
            revert(f'{TAG}: closed')
        if not self._allowed[_goods] or self._season.get() == 'ICE':
            revert(f'{TAG}: not with us')
        self._cargo[self.msg.sender] += 1

    @external(readonly=True)
    def cargo(self, _who: Address) -> int:
        return self._cargo[_who]
