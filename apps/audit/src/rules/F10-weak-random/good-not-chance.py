from iconservice import *

TAG = 'GardenRota'

DAY = 43200


class GardenRota(IconScoreBase):
    """Block height, time and hash for days, deadlines and ids: nobody wins by them."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._start = VarDB('start', db, int)
        self._done = DictDB('done', db, bool)
        self._hours = DictDB('hours', db, int)
        self._until = VarDB('until', db, int)

    def on_install(self) -> None:
        super().on_install()
        self._start.set(self.block_height)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Worked(self, account: Address, day: int, hours: int):
        pass

    @eventlog(indexed=1)
    def Extended(self, until: int):
        pass

    @external
    def extend(self, days: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if days <= 0 or days > 365:
            revert('1 to 365 days')
        until = self.now() + days * 24 * 3600 * 10 ** 6  # ok: F10
        self._until.set(until)
        self.Extended(until)

    @external
    def work(self, hours: int) -> None:
        if hours <= 0 or hours > 12:
            revert('1 to 12 hours')
        if self.now() > self._until.get():  # ok: F10
            revert('the season is over')
        receipt = sha3_256(self.tx.hash + self.msg.sender.to_bytes())  # ok: F10
        if self._done[receipt]:
            revert('once in a transaction')
        self._done[receipt] = True
        day = (self.block_height - self._start.get()) // DAY  # ok: F10
        self._hours[self.msg.sender] += hours
        self.Worked(self.msg.sender, day, hours)

    @external(readonly=True)
    def blocks_left_today(self) -> int:
        return DAY - (self.block_height - self._start.get()) % DAY  # ok: F10

    @external(readonly=True)
    def hours_of(self, account: Address) -> int:
        return self._hours[account]
