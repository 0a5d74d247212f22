from iconservice import *

TAG = 'PlotRegistry'


class PlotRegistry(IconScoreBase):
    """Plots of land. A plot is handed on, but this is no token: two of the six names are here."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def PlotRegistered(self, plot: int, holder: Address):
        pass

    @eventlog(indexed=1)
    def PlotHandedOn(self, plot: int, holder: Address):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Plots'

    @external(readonly=True)
    def holderOf(self, plot: int) -> Address:
        return self._holder[plot]

    @external
    def register(self, plot: int, holder: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner registers')
        if self._holder[plot] is not None:
            revert('Plot is registered already')
        self._holder[plot] = holder
        self.PlotRegistered(plot, holder)

    @external
    def transfer(self, plot: int, to: Address) -> None:  # ok: T02
        if self.msg.sender != self._holder[plot]:
            revert('Only the holder hands a plot on')
        self._holder[plot] = to
        self.PlotHandedOn(plot, to)
