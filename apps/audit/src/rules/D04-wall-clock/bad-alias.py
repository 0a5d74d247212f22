from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, eventlog, revert
import datetime as dt
import time


class Clock:
    def seconds(self) -> int:
        return int(time.time())  # expect: D04


class Shift(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.clock = Clock()
        self.started_at = DictDB('started_at', db, value_type=int)
        self.last_day = DictDB('last_day', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Started(self, worker: Address, at: int):
        pass

    @external
    def start(self) -> None:
        worker = self.msg.sender
        at = self.clock.seconds()
        today = dt.date.today()  # expect: D04
        self.started_at[worker] = at
        self.last_day[worker] = today.isoformat()
        self.Started(worker, at)

    @external
    def settle(self) -> None:
        from time import monotonic as tick, sleep
        sleep(1)  # expect: D04
        spent = int(tick()) - self.started_at[self.msg.sender]  # expect: D04
        if spent < 3600:
            revert('at least an hour')
        self.started_at[self.msg.sender] = 0

    @external(readonly=True)
    def get_started_at(self, worker: Address) -> int:
        return self.started_at[worker]
