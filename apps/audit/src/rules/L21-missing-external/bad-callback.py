from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert


class IToken(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Locker(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.token = VarDB('token', db, Address)
        self.locked = DictDB('locked', db, int)

    def on_install(self, token: Address) -> None:
        super().on_install()
        self.token.set(token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Locked(self, who: Address, amount: int):
        pass

    @external(readonly=True)
    def lockedBy(self, who: Address) -> int:
        return self.locked[who]

    # tokens that come in are refused, because nobody can call this
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:  # expect: L21
        if self.msg.sender != self.token.get():
            revert('only the agreed token')
        if _value <= 0:
            revert('nothing came')
        self.locked[_from] += _value
        self.Locked(_from, _value)

    def extendLock(self, _amount: int) -> None:  # expect: L21
        """
        Locks an additional amount.

        :param _amount: how much, in loops
        """
        if _amount <= 0 or _amount > self.locked[self.msg.sender]:
            revert('amount is out of range')
        self.locked[self.msg.sender] += _amount
        self.Locked(self.msg.sender, self.locked[self.msg.sender])

    @external
    def unlock(self) -> None:
        amount = self.locked[self.msg.sender]
        if amount <= 0:
            revert('nothing locked')
        self.locked[self.msg.sender] = 0
        self.Locked(self.msg.sender, 0)
        self.create_interface_score(self.token.get(), IToken).transfer(self.msg.sender, amount)
