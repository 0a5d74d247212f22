from iconservice import *

TAG = 'Waitlist'
BATCH = 20


class Waitlist(IconScoreBase):
    """Tickets form a chain in storage; each call goes along a few links of it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._behind = DictDB('behind', db, value_type=int)
        self._holder = DictDB('holder', db, value_type=Address)
        self._called = DictDB('called', db, value_type=bool)
        self._line = ArrayDB('line', db, value_type=int)
        self._first = VarDB('first', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def draw(self) -> None:
        ticket = self._count.get() + 1
        self._count.set(ticket)
        self._holder[ticket] = self.msg.sender
        self._behind[ticket] = self._first.get()
        self._first.set(ticket)
        self._line.put(ticket)

    @external
    def call_some(self) -> None:
        ticket = self._first.get()
        done = 0
        while ticket != 0 and done < BATCH:  # ok: C01
            self._called[ticket] = True
            ticket = self._behind[ticket]
            done += 1
        self._first.set(ticket)

    @external
    def call_few(self) -> None:
        ticket = self._first.get()
        done = 0
        while ticket != 0:  # ok: C01
            if done >= BATCH:
                break
            self._called[ticket] = True
            ticket = self._behind[ticket]
            done += 1
        self._first.set(ticket)

    @external
    def call_first(self) -> None:
        for place, ticket in enumerate(self._line):  # ok: C01
            if place == BATCH:
                return
            self._called[ticket] = True
