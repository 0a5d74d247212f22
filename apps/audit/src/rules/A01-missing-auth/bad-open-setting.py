from iconservice import *

TAG = 'Billboard'


class Slot(TypedDict):
    text: str
    colour: int


class Billboard(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._headline = VarDB('headline', db, value_type=str)
        self._colour = VarDB('colour', db, value_type=int)
        self._width = VarDB('width', db, value_type=int)
        self._sum = VarDB('sum', db, value_type=int)
        self._views = VarDB('views', db, value_type=int)
        self._latest = VarDB('latest', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def show(self, slots: List[Slot]) -> None:
        self._headline.set(slots[0]['text'])  # expect: A01
        self._colour.set(slots[0]['colour'])  # expect: A01

    @external
    def stretch(self, columns: int, gap: int) -> None:
        if columns <= 0 or gap < 0:
            revert('No such size')
        self._width.set(columns * (12 + gap))  # expect: A01

    @external
    def add(self, first: int, second: int) -> None:
        self._sum.set(first + second)  # ok: A01

    @external
    def look(self) -> None:
        if self._width.get() == 0:
            revert('Nothing to see')
        self._views.set(self._views.get() + 1)  # ok: A01
        self._latest.set(self.msg.sender)  # ok: A01

    @external(readonly=True)
    def board(self) -> list:
        return [self._headline.get(), self._colour.get(), self._width.get(), self._sum.get()]

    @external(readonly=True)
    def seen(self) -> list:
        return [self._views.get(), self._latest.get()]
