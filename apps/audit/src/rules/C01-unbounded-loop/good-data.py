from iconservice import IconScoreBase, IconScoreDatabase, DictDB, VarDB, external, eventlog, revert, json_loads

TAG = 'Invites'
MOST = 20


class Invites(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._invited = DictDB('invited', db, value_type=bool)
        self._count = VarDB('count', db, value_type=int)
        self._names = DictDB('names', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    @eventlog
    def Invited(self, count: int):
        pass

    def _must_be_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')

    def _invite(self, name: str) -> None:
        number = self._count.get() + 1
        self._count.set(number)
        self._names[number] = name
        self._invited[name] = True

    @external(readonly=True)
    def is_invited(self, name: str) -> bool:
        return self._invited[name]

    @external(readonly=True)
    def page(self, start: int) -> list:
        last = min(start + MOST, self._count.get() + 1)
        return [self._names[number] for number in range(start, last)]  # ok: C01

    @external
    def invite(self, names: str) -> None:
        self._must_be_owner()
        people = json_loads(names)
        if len(people) > MOST:
            revert('too many at once')
        for name in people:  # ok: C01
            self._invite(str(name))
        self.Invited(len(people))

    @external
    def invite_line(self, line: str) -> None:
        self._must_be_owner()
        for name in line.split(',')[:MOST]:  # ok: C01
            self._invite(name)
        self.Invited(self._count.get())

    @external
    def reserve(self, seats: int) -> None:
        self._must_be_owner()
        if not 0 < seats <= MOST:
            revert('too many at once')
        left = seats
        while left > 0:  # ok: C01
            self._invite(f'guest {left}')
            left -= 1
        self.Invited(seats)
