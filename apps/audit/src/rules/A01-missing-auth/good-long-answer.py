from iconservice import *

TAG = 'ScoutTroop'


class ScoutTroop(IconScoreBase):
    """Leaders enrol children; the answers are spelt out at length."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._leaders = DictDB('leaders', db, value_type=str, depth=2)
        self._children = DictDB('children', db, value_type=str, depth=2)
        self._badges = DictDB('badges', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Enrolled(self, child: Address):
        pass

    @eventlog(indexed=1)
    def Named(self, leader: Address):
        pass

    def _ensure(self, condition: bool) -> None:
        if not condition:
            revert(f'{TAG}: refused')

    def _is_leader(self, account: Address) -> bool:
        return False if not self._leaders[account]['name'] else True

    def _is_owner(self, account: Address) -> bool:
        return True if account == self.owner else False

    @external
    def name_leader(self, account: Address, name: str) -> None:
        self._ensure(self._is_owner(self.msg.sender))
        self._leaders[account]['name'] = name  # ok: A01
        self.Named(account)

    @external
    def enrol(self, child: Address) -> None:
        leader = self.msg.sender
        self._ensure(self._is_leader(leader))
        self._children[child]['leader'] = str(leader)  # ok: A01
        self.Enrolled(child)

    @external
    def award(self, child: Address) -> None:
        if self._children[child]['leader'] != str(self.msg.sender):
            revert(f'{TAG}: not your scout')
        self._badges[child] += 1
