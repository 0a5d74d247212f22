from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert


class Configurable(IconScoreBase):
    """Settings by key. The owner may change any of them, the name of the contract among them."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.settings = DictDB('settings', db, str)

    @eventlog(indexed=1)
    def SettingChanged(self, key: str, value: str):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return self._read('name')

    def _read(self, key: str) -> str:
        return self.settings[key]

    def _write(self, key: str, value: str) -> None:
        self.settings[key] = value  # expect: T06
        self.SettingChanged(key, value)


class PollStation(Configurable):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.votes = DictDB('votes', db, int)
        self.voted = DictDB('voted', db, bool)

    def on_install(self, name: str) -> None:
        super().on_install()
        self._write('name', name)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Voted(self, voter: Address, option: int):
        pass

    @external
    def configure(self, key: str, value: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if len(value) > 100:
            revert('value is too long')
        self._write(key, value)

    @external
    def vote(self, option: int) -> None:
        if self.voted[self.msg.sender]:
            revert('voted already')
        self.voted[self.msg.sender] = True
        self.votes[option] += 1
        self.Voted(self.msg.sender, option)

    @external(readonly=True)
    def votesOf(self, option: int) -> int:
        return self.votes[option]
