from iconservice import *

TAG = 'Parking'


def refuse(_message: str) -> None:
    revert(f'Parking: {_message}')


class FeeInterface(InterfaceScore):
    @interface
    def fee(self, _zone: int) -> int:  # ok: Q14
        pass


class ParkingBase(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @abstractmethod
    def _zone_count(self) -> int:  # ok: Q14
        """How many zones there are."""

    def _colour(self) -> str:  # ok: Q14
        raise NotImplementedError()


class Parking(ParkingBase):

    @eventlog(indexed=1)
    def Parked(self, _who: Address, _zone: int) -> None:  # ok: Q14
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._zones = DictDB('zones', db, value_type=int)
        self._fees = VarDB('fees', db, value_type=Address)

    def on_install(self, _fees: Address) -> None:
        super().on_install()
        self._fees.set(_fees)

    def on_update(self) -> None:
        super().on_update()

    def _zone_count(self) -> int:
        return 4

    def _colour(self) -> str:
        return 'blue'

    @external(readonly=True)
    def colour(self, _zone: int) -> str:  # ok: Q14
        if _zone == 1:
            return 'red'
        elif 1 < _zone <= self._zone_count():
            return self._colour()
        else:
            refuse('no such zone')

    @external(readonly=True)
    def zone(self, _who: Address) -> int:  # ok: Q14
        zone = self._zones[_who]
        if zone > 0:
            return zone
        revert('Parking: not parked')

    @external(readonly=True)
    def firstFree(self, _one: Address, _other: Address) -> Address:  # ok: Q14
        for who in (_one, _other):
            if self._zones[who] == 0:
                return who
        return None

    @external(readonly=True)
    def feeText(self, _zone: int) -> str:  # ok: Q14
        fees = self.create_interface_score(self._fees.get(), FeeInterface)
        try:
            return f'{fees.fee(_zone)} loop'
        except Exception:
            raise IconScoreException('Parking: no fee')

    @external
    def park(self, _zone: int) -> None:
        if _zone <= 0 or _zone > self._zone_count():
            refuse('no such zone')
        self._zones[self.msg.sender] = _zone
        self.Parked(self.msg.sender, _zone)
