from iconservice import *

TAG = 'PonyRace'


class PonyRace(IconScoreBase):

    @eventlog(indexed=1)
    def Backed(self, who: Address, main: int, side: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stakes = DictDB('stakes', db, value_type=int)
        self._stable = VarDB('stable', db, value_type=Address)

    def on_install(self, _stable: Address) -> None:
        super().on_install()
        self._stable.set(_stable)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def back(self, _side: int) -> None:
        if _side > 10 ** 18:
            revert('PonyRace: the side bet is too high')
        self._back(self.msg.value, _side)

    def _back(self, paid: int, side: int) -> None:
        main = paid - side  # expect: N05
        self.Backed(self.msg.sender, main, side)

    @external
    @payable
    def back_fairly(self, _side: int) -> None:
        main = self.msg.value - _side  # ok: N05
        if _side < 0 or main < 0:
            revert('PonyRace: no such bet')
        self.Backed(self.msg.sender, main, _side)

    @external
    @payable
    def feed(self, _oats: int) -> None:
        if self.msg.sender != self._stable.get():
            revert('PonyRace: the stable only')
        self.Backed(self.msg.sender, self.msg.value - self._stakes[self.msg.sender], _oats)  # ok: N05
