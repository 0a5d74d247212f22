from iconservice import *

TAG = 'TramTicket'


class TramTicket(IconScoreBase):
    _PRICE = 'price'
    _STOPPED = 'stopped'
    _INSPECTOR = 'inspector'

    @eventlog(indexed=1)
    def PriceChanged(self, _price: int):
        pass

    @eventlog
    def Stopped(self, _stopped: bool):
        pass

    @eventlog(indexed=1)
    def InspectorChanged(self, _inspector: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB(self._PRICE, db, int)
        self._stopped = VarDB(self._STOPPED, db, bool)
        self._inspector = VarDB(self._INSPECTOR, db, Address)

    def on_install(self) -> None:
        super().on_install()
        self._inspector.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setPrice(self, _price: int) -> None:
        if self.msg.sender != self.owner:  # ok: A11
            revert('TramTicket: only the owner')
        if _price <= 0:
            revert('TramTicket: price must be positive')
        self._price.set(_price)
        self.PriceChanged(_price)

    @external
    def setInspector(self, _inspector: Address) -> None:
        if self.msg.sender != self.owner:
            revert('TramTicket: only the owner')
        self._inspector.set(_inspector)
        self.InspectorChanged(_inspector)

    @external
    def stop(self, _stopped: bool) -> None:
        if self.msg.sender == self.owner:  # expect: A11
            revert('TramTicket: only the owner')
        self._stopped.set(_stopped)
        self.Stopped(_stopped)

    @external(readonly=True)
    def isStopped(self) -> bool:
        return self._stopped.get()
