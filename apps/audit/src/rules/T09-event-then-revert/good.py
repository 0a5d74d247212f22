from iconservice import *

TAG = 'CoatCheck'


class Valet(InterfaceScore):
    @interface
    def bring(self, _coat: int):
        pass


class CoatCheck(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._valet = VarDB('valet', db, value_type=Address)
        self._waiting = DictDB('waiting', db, value_type=bool)
        self._holder = DictDB('holder', db, value_type=Address)

    def on_install(self, _valet: Address) -> None:
        super().on_install()
        self._valet.set(_valet)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Stored(self, _holder: Address, _coat: int):
        pass

    @eventlog(indexed=1)
    def Returned(self, _holder: Address, _coat: int):
        pass

    @eventlog(indexed=1)
    def Waiting(self, _holder: Address, _coat: int):
        pass

    @external(readonly=True)
    def holderOf(self, _coat: int) -> Address:
        return self._holder[_coat]

    @external
    def store(self, _coat: int) -> None:
        if self._holder[_coat] is None:
            self._holder[_coat] = self.msg.sender
            self.Stored(self.msg.sender, _coat)  # ok: T09
        else:
            revert('The hook is taken')

    @external
    def returnCoat(self, _coat: int) -> None:
        if self.msg.sender != self._holder[_coat]:
            revert('Not your coat')
        del self._holder[_coat]
        self.Returned(self.msg.sender, _coat)  # ok: T09
        self._require_free(_coat)
        self.create_interface_score(self._valet.get(), Valet).bring(_coat)

    @external
    def enqueue(self, _coat: int) -> None:
        if self.msg.sender != self._holder[_coat]:
            revert('Not your coat')
        if self._waiting[_coat]:
            revert('Waiting already')
        self._waiting[_coat] = True
        self.Waiting(self.msg.sender, _coat)  # ok: T09

    def _require_free(self, _coat: int) -> None:
        if self._holder[_coat] is not None:
            revert('The hook is taken')
