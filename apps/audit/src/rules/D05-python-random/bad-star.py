from iconservice import *
from random import *

TAG = 'ChoirNight'

VOICES = ['soprano', 'alto', 'tenor', 'bass']


def voice_of_the_night(names: list) -> str:
    return choice(names)  # expect: D05


def place(row: int, seat: int) -> int:
    """Worked out, and no chance."""
    return row * 12 + seat  # ok: D05


class ChoirNight(IconScoreBase):
    """All names of the module come in by one star, and stand in the text as if they were the contract's own."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._row = DictDB('row', db, value_type=int)
        self._solo = VarDB('solo', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Seated(self, singer: Address, place: int):
        pass

    @eventlog
    def Solo(self, voice: str):
        pass

    @external
    def sing(self, seat: int) -> None:
        if not 0 <= seat < 12:
            revert('ChoirNight: twelve seats in a row')
        row = randint(0, 4)  # expect: D05
        self._row[self.msg.sender] = row
        self.Seated(self.msg.sender, place(row, seat))

    @external
    def name_solo(self) -> None:
        if self.msg.sender != self.owner:
            revert('ChoirNight: only the owner')
        voice = voice_of_the_night(VOICES)
        self._solo.set(voice)
        self.Solo(voice)

    @external(readonly=True)
    def solo(self) -> str:
        return self._solo.get()
