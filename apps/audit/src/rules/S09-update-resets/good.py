from iconservice import *

TAG = 'FerryPass'
VERSION = '1.2.0'
LAYOUT = 2


class FerryPass(IconScoreBase):

    @eventlog(indexed=1)
    def Boarded(self, _passenger: Address, _fare: int):
        pass

    @eventlog
    def FareChanged(self, _fare: int):
        pass

    @eventlog
    def CaptainChanged(self, _captain: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._layout = VarDB('layout', db, value_type=int)
        self._version = VarDB('version', db, value_type=str)
        self._fare = VarDB('fare', db, value_type=int)
        self._child_fare = VarDB('child_fare', db, value_type=int)
        self._captain = VarDB('captain', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._layout.set(LAYOUT)
        self._version.set(VERSION)
        self._fare.set(2 * 10 ** 18)
        self._child_fare.set(10 ** 18)
        self._captain.set(self.msg.sender)

    def on_update(self, _captain: Address = None) -> None:
        super().on_update()
        self._version.set(VERSION)  # ok: S09
        if _captain is not None:
            self._captain.set(_captain)  # ok: S09
        if self._layout.get() < LAYOUT:
            self._child_fare.set(self._fare.get() // 2)  # ok: S09
            self._layout.set(LAYOUT)  # ok: S09
        if self._fare.get() == 0:
            self._fare.set(2 * 10 ** 18)  # ok: S09

    def _only_captain(self):
        if self.msg.sender != self._captain.get():
            revert('Only the captain')

    @external(readonly=True)
    def fare(self) -> int:
        return self._fare.get()

    @external(readonly=True)
    def version(self) -> str:
        return self._version.get()

    @external
    def set_fares(self, _fare: int, _child_fare: int):
        self._only_captain()
        if _fare <= 0 or _child_fare <= 0:
            revert('Fares must be positive')
        self._fare.set(_fare)
        self._child_fare.set(_child_fare)
        self.FareChanged(_fare)

    @external
    def set_captain(self, _captain: Address):
        self._only_captain()
        self._captain.set(_captain)
        self.CaptainChanged(_captain)

    @payable
    @external
    def board(self, _child: bool):
        fare = self._child_fare.get() if _child else self._fare.get()
        if self.msg.value != fare:
            revert('Pay the exact fare')
        self.Boarded(self.msg.sender, self.msg.value)
        self.icx.transfer(self._captain.get(), self.msg.value)
