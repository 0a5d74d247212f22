from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert

TAG = 'Profiles'


class Profile:

    def __init__(self, nick: str, age: int) -> None:
        self.nick = nick
        self.age = age

    def fields(self) -> list:
        return [self.nick, self.age]


class Base(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._profiles = DictDB('profiles', db, value_type=str)
        self._extra = DictDB('extra', db, value_type=list)  # expect: S03
        self._rate = VarDB('rate', db, value_type=float)  # expect: S03
        self._link = DictDB('link', db, value_type=str, depth=2)

    def on_install(self) -> None:
        super().on_install()

    @eventlog(indexed=1)
    def Saved(self, account: Address):
        pass


class Profiles(Base):

    @external(readonly=True)
    def link_of(self, account: Address, kind: str) -> str:
        return self._link[account][kind]

    @external
    def save(self, nick: str, age: int) -> None:
        if not 0 < len(nick) <= 20 or age <= 0:
            revert('cannot be saved')
        profile = Profile(nick, age)
        self._profiles[self.msg.sender] = profile  # expect: S03
        self.Saved(self.msg.sender)

    @external
    def set_link(self, kind: str, url: str = None) -> None:
        links = self._link[self.msg.sender]
        links[kind] = url  # expect: S03
        self.Saved(self.msg.sender)

    @external
    def set_fields(self, nick: str, age: int) -> None:
        if not 0 < len(nick) <= 20 or age <= 0:
            revert('cannot be saved')
        self._profiles[self.msg.sender] = Profile(nick, age).fields()  # expect: S03
        self.Saved(self.msg.sender)
