from iconservice import *

TAG = 'StreetNames'


class StreetNames(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._musicians = DictDB('musicians', db, value_type=Address)
        self._stands = DictDB('stands', db, value_type=Address)
        self._paid = DictDB('paid', db, value_type=int)
        self._known = VarDB('known', db, value_type=int)
        self._tips = DictDB('tips', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # a new name is counted; one that somebody has is taken from them all the same
    @external
    def be_called(self, name: str) -> None:
        if self._musicians[name] is None:
            self._known.set(self._known.get() + 1)
        self._musicians[name] = self.msg.sender  # expect: A01

    @external
    @payable
    def tip(self, name: str) -> None:
        self._tips[self._musicians[name]] += self.msg.value

    # who had it before gets back what they paid
    @external
    @payable
    def take_stand(self, corner: str) -> None:
        if self.msg.value <= self._paid[corner]:
            revert('StreetNames: pay more than the one before')
        if self._stands[corner] is not None:
            self.icx.transfer(self._stands[corner], self._paid[corner])
        self._paid[corner] = self.msg.value  # ok: A01
        self._stands[corner] = self.msg.sender  # ok: A01

    @external
    def play(self, corner: str) -> None:
        if self._stands[corner] != self.msg.sender:
            revert('StreetNames: not your corner')
        self._tips[self.msg.sender] += 1

    @external
    def collect(self) -> None:
        tips = self._tips[self.msg.sender]
        self._tips[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, tips)
