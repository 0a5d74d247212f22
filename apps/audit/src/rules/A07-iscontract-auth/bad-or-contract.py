from iconservice import *

TAG = 'Gauges'


class Gauges(IconScoreBase):
    """Those who measure are chosen, and every contract may measure as well."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._measurers = DictDB('measurers', db, value_type=bool)
        self._relay = VarDB('relay', db, value_type=Address)
        self._level = DictDB('level', db, value_type=int)
        self._flow = DictDB('flow', db, value_type=int)

    def on_install(self, _relay: Address) -> None:
        super().on_install()
        self._relay.set(_relay)

    def on_update(self) -> None:
        super().on_update()

    @external
    def admit(self, _who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Gauges: owner only')
        self._measurers[_who] = True

    @external
    def set_level(self, _place: str, _level: int) -> None:
        if not self._measurers[self.msg.sender] and not self.msg.sender.is_contract:  # expect: A07
            revert('Gauges: not a measurer')
        self._level[_place] = _level

    @external
    def set_flow(self, _place: str, _flow: int) -> None:
        if not self._measurers[self.msg.sender] and self.msg.sender != self._relay.get():  # ok: A07
            revert('Gauges: not a measurer')
        self._flow[_place] = _flow
