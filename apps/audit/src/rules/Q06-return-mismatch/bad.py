from iconservice import *

TAG = 'Leases'


class Leases(IconScoreBase):

    @eventlog(indexed=2)
    def Leased(self, _tenant: Address, _flat: int, _until: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._agent = VarDB('agent', db, value_type=Address)
        self._rent = VarDB('rent', db, value_type=int)
        self._tenant = DictDB('tenant', db, value_type=Address)
        self._until = DictDB('until', db, value_type=int)
        self._flats = ArrayDB('flats', db, value_type=int)

    def on_install(self, _rent: int, _agent: Address) -> None:
        super().on_install()
        if _rent <= 0:
            revert('Leases: the rent must be positive')
        self._rent.set(_rent)
        self._agent.set(_agent)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def lease(self, _flat: int) -> dict:
        lease = {'flat': _flat, 'until': self._until[_flat]}
        return json_dumps(lease)  # expect: Q06

    @external(readonly=True)
    def agent(self) -> Address:
        return str(self._agent.get())  # expect: Q06

    @external(readonly=True)
    def tenant(self, _flat: int) -> str:
        return self._tenant[_flat]  # expect: Q06

    @external(readonly=True)
    def rent(self) -> int:
        return f'{self._rent.get()} loop'  # expect: Q06

    @external(readonly=True)
    def flats(self) -> list:
        return self._flats  # expect: Q06

    @external(readonly=True)
    def terms(self) -> list:
        if self._rent.get() == 0:
            return []
        return {'rent': self._rent.get()}  # expect: Q06

    @external
    def takeFlat(self, _flat: int, _until: int) -> None:
        if self.msg.sender != self._agent.get():
            revert('Leases: agent only')
        if _flat <= 0 or _until <= self.block_height:
            revert('Leases: wrong flat or height')
        if self._until[_flat] == 0:
            self._flats.put(_flat)
        self._until[_flat] = _until
        self._tenant[_flat] = self.msg.sender
        self.Leased(self.msg.sender, _flat, _until)
