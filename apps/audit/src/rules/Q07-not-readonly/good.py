from iconservice import *

TAG = 'TollGate'


class PassInterface(InterfaceScore):
    @interface
    def use(self, _holder: Address) -> None:
        pass


class TollGate(IconScoreBase):

    @eventlog(indexed=1)
    def Passed(self, _car: Address):
        pass

    @eventlog(indexed=1)
    def TollSet(self, _toll: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._toll = VarDB('toll', db, value_type=int)
        self._passes = VarDB('passes', db, value_type=Address)
        self._log = ArrayDB('log', db, value_type=Address)

    def on_install(self, _passes: Address) -> None:
        super().on_install()
        self._passes.set(_passes)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def toll(self) -> int:  # ok: Q07
        return self._toll.get()

    @external
    def setToll(self, _toll: int) -> None:
        if self.msg.sender != self.owner:
            revert('TollGate: owner only')
        if _toll <= 0:
            revert('TollGate: the toll must be positive')
        self._toll.set(_toll)
        self.TollSet(_toll)

    @external
    def requirePassed(self, _position: int) -> None:  # ok: Q07
        # no result: other contracts call it in the middle of a transaction, to stop that
        if _position < 0 or _position >= len(self._log):
            revert('TollGate: no such passage')
        if self._log[_position] != self.msg.sender:
            revert('TollGate: somebody else passed')

    @external
    def drive(self) -> None:  # ok: Q07
        self._log.put(self.msg.sender)
        self.Passed(self.msg.sender)

    @external
    def drivePrepaid(self) -> None:  # ok: Q07
        # the callee writes, so this is no query although nothing is written here
        gate = self.create_interface_score(self._passes.get(), PassInterface)
        gate.use(self.msg.sender)
