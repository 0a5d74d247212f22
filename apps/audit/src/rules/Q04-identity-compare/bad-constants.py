from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class State:
    OPEN = 'open'
    CLOSED = 'closed'


class Stall(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.state = VarDB('state', db, str)
        self.lessee = VarDB('lessee', db, Address)
        self.rent = DictDB('rent', db, int)

    def on_install(self) -> None:
        super().on_install()
        self.state.set(State.OPEN)
        self.lessee.set(NOBODY)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Leased(self, who: Address, rent: int):
        pass

    def _is_open(self) -> bool:
        return self.state.get() is State.OPEN  # expect: Q04

    @external(readonly=True)
    def isFree(self) -> bool:
        lessee = self.lessee.get()
        return lessee is NOBODY  # expect: Q04

    @external(readonly=True)
    def rentOf(self, who: Address) -> int:
        return self.rent[who]

    @external
    def lease(self, rent: int) -> None:
        if not self._is_open() or rent <= 0:
            revert('closed, or no rent')
        caller, owner = self.msg.sender, self.owner
        if caller is owner:  # expect: Q04
            revert('not for the owner')
        self.lessee.set(caller)
        self.rent[caller] = rent
        self.Leased(caller, rent)
