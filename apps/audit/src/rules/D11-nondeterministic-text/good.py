from iconservice import *

TAG = 'Rooms'


class Period:

    def __init__(self, first: int, nights: int) -> None:
        self.first = first
        self.nights = nights

    def __str__(self) -> str:
        return f'{self.first}+{self.nights}'


class Rooms(IconScoreBase):

    @eventlog(indexed=1)
    def Booked(self, guest: Address, note: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._note_of = DictDB('note_of', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @property
    def title(self) -> str:
        return 'Rooms'

    @external
    def book(self, _first: int, _nights: int) -> None:
        if _first <= 0 or _nights <= 0:
            revert(f'{self.title}: {self.msg.sender} asks for {_nights} nights from {_first}')  # ok: D11
        period = Period(_first, _nights)
        self._note_of[self.msg.sender] = str(period)  # ok: D11
        self.Booked(self.msg.sender, f'{period}')  # ok: D11

    @external
    def bookJson(self, _terms: str) -> None:
        try:
            terms = json_loads(_terms)
            first = terms['first']
            nights = terms['nights']
        except Exception as e:
            revert(f'{self.title}: {_terms!r} cannot be read')  # ok: D11
        if type(first) is not int or type(nights) is not int:
            revert(f'{self.title}: numbers expected, not {type(first).__name__}')  # ok: D11
        self.book(first, nights)

    @external(readonly=True)
    def noteOf(self, _guest: Address) -> str:
        return self._note_of[_guest]

    @external(readonly=True)
    def isReadable(self, _terms: str) -> bool:
        try:
            return json_loads(_terms) is not None
        except Exception as e:
            Logger.debug(f'{_terms}: {e}', TAG)  # ok: D11
            return False

    @external
    def check(self, _photo: bytes) -> None:
        photo = memoryview(_photo)
        if photo.format != 'B':
            revert(f'{TAG}: bytes expected, not {photo.format}')  # ok: D11
