from iconservice import *

TAG = 'Choir'


class Register(InterfaceScore):
    @interface
    def note(self, _singer: Address, _songs: int) -> None:
        pass


class Choir(IconScoreBase):
    """Tells a register about each singer, one after another, without a loop."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._register = VarDB('register', db, value_type=Address)
        self._singers = ArrayDB('singers', db, value_type=Address)
        self._songs = DictDB('songs', db, value_type=int)

    def on_install(self, _register: Address) -> None:
        super().on_install()
        self._register.set(_register)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Joined(self, singer: Address):
        pass

    @external
    def join(self) -> None:
        self._singers.put(self.msg.sender)
        self.Joined(self.msg.sender)

    def _tell(self, place: int) -> int:
        if place == len(self._singers):
            return place
        singer = self._singers[place]
        register = self.create_interface_score(self._register.get(), Register)
        register.note(singer, self._songs[singer])  # expect: C04
        return self._tell(place + 1)

    @external
    def tell_all(self) -> None:
        if self.msg.sender != self.owner:
            revert('conductor only')
        self._tell(0)

    def _thank(self, singer: Address) -> None:
        self.icx.transfer(singer, 10 ** 18)

    def _down(self, place: int) -> None:
        if place < 0:
            return
        self._thank(self._singers[place])  # expect: C04
        self._down(place - 1)

    @external
    def thank_all(self) -> None:
        if self.msg.sender != self.owner:
            revert('conductor only')
        self._down(len(self._singers) - 1)

    @payable
    def fallback(self) -> None:
        pass
