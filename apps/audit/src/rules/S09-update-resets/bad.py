from iconservice import *

TAG = 'FerryPass'


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
        self._fare = VarDB('fare', db, value_type=int)
        self._captain = VarDB('captain', db, value_type=Address)
        self._stopped = VarDB('stopped', db, value_type=bool)
        self._trips = DictDB('trips', db, value_type=int)
        self._version = VarDB('version', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._fare.set(2 * 10 ** 18)
        self._captain.set(self.msg.sender)
        self._version.set('1.0.0')

    def on_update(self) -> None:
        super().on_update()
        self._fare.set(2 * 10 ** 18)  # expect: S09
        self._captain.set(self.msg.sender)  # expect: S09
        self._stopped.remove()  # expect: S09
        self._version.set('1.1.0')  # ok: S09

    def _only_captain(self):
        if self.msg.sender != self._captain.get():
            revert('Only the captain')

    @external(readonly=True)
    def fare(self) -> int:
        return self._fare.get()

    @external(readonly=True)
    def version(self) -> str:
        return self._version.get()

    @external(readonly=True)
    def trips(self, _passenger: Address) -> int:
        return self._trips[_passenger]

    @external
    def set_fare(self, _fare: int):
        self._only_captain()
        if _fare <= 0:
            revert('The fare must be positive')
        self._fare.set(_fare)
        self.FareChanged(_fare)

    @external
    def set_captain(self, _captain: Address):
        self._only_captain()
        self._captain.set(_captain)
        self.CaptainChanged(_captain)

    @external
    def stop(self, _stopped: bool):
        self._only_captain()
        self._stopped.set(_stopped)
        self.FareChanged(0 if _stopped else self._fare.get())

    @payable
    @external
    def board(self):
        if self._stopped.get():
            revert('No ferry today')
        if self.msg.value != self._fare.get():
            revert('Pay the exact fare')
        self._trips[self.msg.sender] += 1
        self.Boarded(self.msg.sender, self.msg.value)
        self.icx.transfer(self._captain.get(), self.msg.value)
