from iconservice import *

TAG = 'GymPass'


def manager_only(f):
    @wraps(f)
    def guarded(self, *args, **kwargs):
        if self.msg.sender != self.manager.get():
            revert('GymPass: manager only')
        return f(self, *args, **kwargs)

    return guarded


class GymPass(IconScoreBase):
    """In tokenFallback the sender is the token, never the manager."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.manager = VarDB('manager', db, Address)
        self.token = VarDB('token', db, Address)
        self.until = DictDB('until', db, int)
        self.visitors = VarDB('visitors', db, int)

    def on_install(self, manager: Address, token: Address) -> None:
        super().on_install()
        self.manager.set(manager)
        self.token.set(token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Extended(self, member: Address, until: int):
        pass

    @external
    @manager_only
    def extend(self, member: Address, blocks: int) -> None:
        if blocks <= 0:
            revert('GymPass: bad period')
        until = max(self.until[member], self.block_height) + blocks
        self.until[member] = until
        self.Extended(member, until)

    # no error at all: it does nothing for the token
    @external
    def count_visitor(self) -> None:
        if self.msg.sender == self.manager.get():
            self.visitors.set(self.visitors.get() + 1)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self.token.get():
            revert('GymPass: another token')
        self._book(_from, _value)

    def _book(self, member: Address, paid: int) -> None:
        if paid <= 0:
            revert('GymPass: nothing paid')
        self.count_visitor()  # expect: A09
        self.extend(member, paid * 100)  # expect: A09
