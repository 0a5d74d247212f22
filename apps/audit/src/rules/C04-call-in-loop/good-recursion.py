from iconservice import *

TAG = 'Quartet'
VOICES = 4


class Register(InterfaceScore):
    @interface
    def note(self, _singer: Address, _songs: int) -> None:
        pass

    @interface
    def close(self, _songs: int) -> None:
        pass


class Quartet(IconScoreBase):
    """Four voices, each told once; and one call at the end of a long walk."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._register = VarDB('register', db, value_type=Address)
        self._singers = DictDB('singers', db, value_type=Address)
        self._songs = ArrayDB('songs', db, value_type=int)

    def on_install(self, _register: Address) -> None:
        super().on_install()
        self._register.set(_register)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Seated(self, voice: int, singer: Address):
        pass

    @eventlog
    def Sung(self, length: int):
        pass

    @external
    def seat(self, voice: int, singer: Address) -> None:
        if self.msg.sender != self.owner:
            revert('conductor only')
        self._singers[voice] = singer
        self.Seated(voice, singer)

    @external
    def sing(self, length: int) -> None:
        if self.msg.sender != self.owner:
            revert('conductor only')
        if len(self._songs) >= 30:
            revert('enough for one evening')
        self._songs.put(length)
        self.Sung(length)

    def _tell(self, voice: int) -> None:
        if voice >= VOICES:
            return
        register = self.create_interface_score(self._register.get(), Register)
        register.note(self._singers[voice], voice)  # ok: C04
        self._tell(voice + 1)

    @external
    def tell_all(self) -> None:
        if self.msg.sender != self.owner:
            revert('conductor only')
        self._tell(0)

    def _sum(self, place: int, sum: int) -> None:
        if place >= len(self._songs):
            register = self.create_interface_score(self._register.get(), Register)
            register.close(sum)  # ok: C04
            return
        self._sum(place + 1, sum + self._songs[place])

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('conductor only')
        self._sum(0, 0)
