from .consts import *  # expect: L15
from .guards import *  # expect: L15


# The platform comes along with the modules that are missing: what it makes of these methods is known all the same.
class Harbour(IconScoreBase):  # ok: L12

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tide = VarDB('tide', db, value_type=int)
        self._berths = DictDB('berths', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def tide_after(self, _hours: int) -> int:
        return self._tide.get() * 3 ** _hours  # expect: N07

    @only_pilot
    @external
    def moor(self, _berth: int) -> None:
        if self._berths[_berth] is not None:
            revert('That berth is taken')
        self._berths[_berth] = self.msg.sender
