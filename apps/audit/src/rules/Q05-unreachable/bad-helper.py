from iconservice import IconScoreBase, IconScoreDatabase, VarDB, ArrayDB, Address, external, eventlog, revert

MAX_BATCH = 20


def refuse(reason: str) -> None:
    revert(f'parcel desk: {reason}')


class OwnedDesk(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _not_allowed(self) -> None:
        refuse('not allowed')

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            self._not_allowed()


class ParcelDesk(OwnedDesk):

    @eventlog(indexed=1)
    def ParcelsDropped(self, by: Address, count: int):
        pass

    @eventlog(indexed=1)
    def CounterMoved(self, by: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._parcels = ArrayDB('parcels', db, value_type=int)
        self._counter = VarDB('counter', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def drop_parcels(self, amount: int) -> None:
        self._only_owner()
        if amount <= 0 or amount > MAX_BATCH:
            refuse('amount must be 1 to 20')
            amount = MAX_BATCH  # expect: Q05
        dropped = 0
        for _ in range(min(amount, len(self._parcels))):
            parcel = self._parcels.pop()
            if parcel == 0:
                continue
                dropped += 1  # expect: Q05
        self.ParcelsDropped(self.msg.sender, dropped)

    @external
    def move_counter(self, step: int) -> None:
        if self.msg.sender == self.owner:
            if step < 1:
                self._not_allowed()
            self._counter.set(step)
            self.CounterMoved(self.msg.sender)
        else:
            self._not_allowed()
            self._counter.set(0)  # expect: Q05
