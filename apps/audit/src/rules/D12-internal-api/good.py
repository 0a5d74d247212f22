from iconservice import *

TAG = 'Profiles'
FIELDS = ('title', 'city')


def only_owner(func):
    @wraps(func)
    def inner(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert(f'{self.__class__.__name__}: only the owner')  # ok: D12
        return func(self, *args, **kwargs)
    return inner


class Profile:
    """Storage of one account, its handles set by name."""

    def __init__(self, db: IconScoreDatabase, account: Address) -> None:
        self._db = db
        self._account = account
        for field in FIELDS:
            setattr(self, field, VarDB(f'{field}_{account}', self._db, str))  # ok: D12

    def text(self) -> str:
        return f'{self._account}'


class Profiles(IconScoreBase):
    __LIMIT = 40

    @eventlog(indexed=1)
    def Certified(self, account: Address, certified: bool):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self._certified = DictDB(type(self).__name__ + '_certified', db, value_type=bool)  # ok: D12

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _profile(self, account: Address) -> Profile:
        return Profile(self._db, account)  # ok: D12

    @external
    def describe(self, _title: str, _city: str) -> None:
        if len(_title) > self.__LIMIT or len(_city) > self.__LIMIT:  # ok: D12
            revert('Profiles: too long')
        profile = self._profile(self.msg.sender)
        getattr(profile, 'title').set(_title)  # ok: D12
        profile.city.set(_city)

    @external
    @only_owner
    def certify(self, _account: Address, _certified: bool) -> None:
        self._certified[_account] = _certified
        self.Certified(_account, _certified)

    @external(readonly=True)
    def profileOf(self, _account: Address) -> dict:
        profile = self._profile(_account)
        return {'of': profile.text(), 'title': profile.title.get(), 'city': profile.city.get()}

    @external(readonly=True)
    def isCertified(self, _account: Address) -> bool:
        return self._certified[_account]
