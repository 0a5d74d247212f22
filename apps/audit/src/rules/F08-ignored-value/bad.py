from iconservice import *

TAG = 'AllotmentClub'


class AllotmentClub(IconScoreBase):
    _PLOTS = 'plots'
    _WAITING = 'waiting'

    @eventlog(indexed=1)
    def PlotTaken(self, _plot: int, _account: Address):
        pass

    @eventlog(indexed=1)
    def Waiting(self, _account: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._plots = DictDB(self._PLOTS, db, Address)
        self._waiting = DictDB(self._WAITING, db, bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # who only wants to wait pays as well, if they send something
    @external
    @payable
    def ask(self, _plot: int) -> None:  # expect: F08
        if self._plots[_plot] is None:
            if self.msg.value < 10 ** 18:
                revert('AllotmentClub: a plot costs 1 ICX')
            self._plots[_plot] = self.msg.sender
            self.PlotTaken(_plot, self.msg.sender)
        else:
            self._waiting[self.msg.sender] = True
            self.Waiting(self.msg.sender)

    @external
    @payable
    def stopWaiting(self) -> None:  # expect: F08
        self._waiting[self.msg.sender] = False
        self.Waiting(self.msg.sender)

    @external
    def collect(self) -> None:
        if self.msg.sender != self.owner:
            revert('AllotmentClub: only the owner')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))
