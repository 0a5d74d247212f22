from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert, json_loads, json_dumps

TAG = 'Tables'
SEATS = 20


class Tables(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._waiting = VarDB('waiting', db, str)
        self._chips = DictDB('chips', db, int)

    def on_install(self) -> None:
        super().on_install()
        self._waiting.set('[]')

    @eventlog(indexed=1)
    def Seated(self, player: Address):
        pass

    @eventlog
    def Forgotten(self, count: int):
        pass

    @external(readonly=True)
    def chips_of(self, player: Address) -> int:
        return self._chips[player]

    @external
    def call_waiting(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        waiting = json_loads(self._waiting.get())[:SEATS]
        for name in list(waiting):  # ok: C07
            player = Address.from_string(name)
            if self._chips[player] > 0:
                waiting.remove(name)
                self.Seated(player)
        self._waiting.set(json_dumps(waiting))

    @external
    def forget(self, names: str) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        counts = json_loads(names)
        if len(counts) > SEATS:
            revert('too many')
        gone = []
        for name in counts:  # ok: C07
            if counts[name] == 0:
                gone.append(name)
        for name in gone:  # ok: C07
            del counts[name]
        self._waiting.set(json_dumps(sorted(counts)))
        self.Forgotten(len(gone))

    @external
    def swap_first(self, names: str) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        queue = json_loads(names)[:SEATS]
        for place, name in enumerate(queue[:]):  # ok: C07
            if name == '':
                queue.pop(place)
                break
        self._waiting.set(json_dumps(queue))
        self.Forgotten(1)
