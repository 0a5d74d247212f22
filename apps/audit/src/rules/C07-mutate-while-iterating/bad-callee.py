from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, DictDB, VarDB, external, eventlog, revert, json_loads, json_dumps

TAG = 'Tables'


class Room(IconScoreBase):
    SEATS = 20

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seated = ArrayDB('seated', db, Address)
        self._chips = DictDB('chips', db, int)

    def on_install(self) -> None:
        super().on_install()

    @eventlog(indexed=1)
    def Left(self, player: Address):
        pass

    def _stand_up(self, player: Address) -> None:
        seated = self._seated
        top = seated.pop()
        if top != player:
            for place in range(len(seated)):
                if seated[place] == player:
                    seated[place] = top
                    break
        self.Left(player)


class Tables(Room):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._waiting = VarDB('waiting', db, str)

    @eventlog(indexed=1)
    def Seated(self, player: Address):
        pass

    @external(readonly=True)
    def chips_of(self, player: Address) -> int:
        return self._chips[player]

    @external
    def sit(self) -> None:
        if len(self._seated) >= self.SEATS:
            revert('no seat')
        self._seated.put(self.msg.sender)
        self.Seated(self.msg.sender)

    @external
    def end_round(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        for player in self._seated:  # expect: C07
            if self._chips[player] == 0:
                self._stand_up(player)

    @external
    def call_waiting(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        waiting = json_loads(self._waiting.get())[:self.SEATS]
        for name in waiting:  # expect: C07
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
        if len(counts) > self.SEATS:
            revert('too many')
        for name in counts:  # expect: C07
            if counts[name] == 0:
                del counts[name]
        self._waiting.set(json_dumps(sorted(counts)))
