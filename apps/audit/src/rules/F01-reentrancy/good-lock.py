from iconservice import *

TAG = 'HarbourLocker'


class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


def no_reentry(fn):
    """Holds a lock in the database while the method runs."""

    @wraps(fn)
    def locked(self: object, *args, **kwargs):
        if self.busy.get():
            revert('HarbourLocker: busy')
        self.busy.set(True)  # ok: A01
        fn(self, *args, **kwargs)
        self.busy.set(False)

    return locked


class HarbourLocker(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.busy = VarDB('busy', db, bool)
        self.token = VarDB('token', db, Address)
        self.goods = DictDB('goods', db, int)

    def on_install(self, token: Address) -> None:
        super().on_install()
        self.token.set(token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Stored(self, account: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Fetched(self, account: Address, amount: int):
        pass

    @external
    @no_reentry
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self.token.get():
            revert('HarbourLocker: another token')
        if _value <= 0:
            revert('HarbourLocker: nothing stored')
        self.goods[_from] += _value
        self.Stored(_from, _value)

    @external
    @no_reentry
    def fetch(self) -> None:
        amount = self.goods[self.msg.sender]
        if amount <= 0:
            revert('HarbourLocker: nothing stored')
        self.goods[self.msg.sender] = 0
        self.Fetched(self.msg.sender, amount)
        token = self.create_interface_score(self.token.get(), Token)
        token.transfer(self.msg.sender, amount)  # ok: F01

    @external(readonly=True)
    def goods_of(self, account: Address) -> int:
        return self.goods[account]
