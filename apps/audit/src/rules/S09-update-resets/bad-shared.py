from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, ArrayDB, external, eventlog, revert

TAG = 'Raffle'


class Managed(IconScoreBase):
    """Base of all our contracts: one manager, a switch."""

    @property
    def manager(self):
        return VarDB('manager', self.db, Address)

    @property
    def running(self):
        return VarDB('running', self.db, bool)

    def on_install(self) -> None:
        super().on_install()
        self.manager.set(self.owner)
        self.running.set(True)

    def on_update(self) -> None:
        super().on_update()
        self.running.set(True)  # expect: S09

    def must_be_manager(self) -> None:
        if self.msg.sender != self.manager.get():
            revert('manager only')

    @external
    def switch(self, on: bool) -> None:
        self.must_be_manager()
        self.running.set(on)
        self.Switched(on)

    @external
    def hand_over(self, manager: Address) -> None:
        self.must_be_manager()
        self.manager.set(manager)
        self.HandedOver(manager)

    @eventlog
    def Switched(self, on: bool):
        pass

    @eventlog(indexed=1)
    def HandedOver(self, manager: Address):
        pass


class Raffle(Managed):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._round = VarDB('round', db, int)
        self._limits = DictDB('limits', db, int)
        self._tickets = DictDB('tickets', db, int, depth=2)

    def on_install(self) -> None:
        super().on_install()
        self._defaults()

    def on_update(self, first_round: int = 1) -> None:
        super().on_update()
        self._defaults()  # expect: S09
        self._round.set(first_round)  # expect: S09

    def _defaults(self) -> None:
        self._round.set(1)
        self._limits['tickets'] = 20

    @external(readonly=True)
    def tickets_of(self, account: Address) -> int:
        return self._tickets[self._round.get()][account]

    @external
    def limit(self, tickets: int) -> None:
        self.must_be_manager()
        if tickets <= 0:
            revert('at least one ticket')
        self._limits['tickets'] = tickets
        self.Switched(self.running.get())

    @external
    def next_round(self) -> None:
        self.must_be_manager()
        self._round.set(self._round.get() + 1)
        self.Switched(self.running.get())

    @external
    def join(self, count: int) -> None:
        if not self.running.get() or count <= 0:
            revert('cannot join')
        mine = self._tickets[self._round.get()]
        if mine[self.msg.sender] + count > self._limits['tickets']:
            revert('too many tickets')
        mine[self.msg.sender] += count
