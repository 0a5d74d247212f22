from iconservice import *

TAG = 'Thermostat'


class Probe(object):

    def __init__(self, _name: str, db: IconScoreDatabase):
        self._heat = VarDB(f'{_name}_heat', db, value_type=int)

    @property
    def heat(self) -> int:
        return self._heat.get()

    @heat.setter
    def heat(self, _value: int) -> None:  # ok: Q10
        self._heat.set(_value)


class RoomInterface(InterfaceScore):
    @interface
    def heat(self) -> int:  # ok: Q10
        pass


class ThermostatBase(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._probe = Probe('room', db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def heat(self) -> int:
        return self._probe.heat


class Thermostat(ThermostatBase):

    @eventlog(indexed=1)
    def Heat(self, _by: Address, _value: int):  # ok: Q10
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def heat(self) -> int:  # ok: Q10
        return min(super().heat(), 40)

    @external
    def setHeat(self, _value: int) -> None:
        if self.msg.sender != self.owner:
            revert('Thermostat: owner only')
        if _value <= 0 or _value > 40:
            revert('Thermostat: 1 to 40')

        def heat(_degrees: int) -> int:  # ok: Q10
            return _degrees * 10

        self._probe.heat = heat(_value)
        self.Heat(self.msg.sender, _value)
