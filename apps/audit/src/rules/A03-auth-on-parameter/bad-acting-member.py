from iconservice import *

TAG = 'Guard'


class Guard(IconScoreBase):
    """A member of the watch hands over to the next one: whoever names a member does."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._members = DictDB('members', db, value_type=bool)
        self._order = VarDB('order', db, value_type=str)
        self._password = VarDB('password', db, value_type=str)

    def on_install(self, _first: Address) -> None:
        super().on_install()
        self._members[_first] = True

    def on_update(self) -> None:
        super().on_update()

    @external
    def enlist(self, _who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Guard: owner only')
        self._members[_who] = True

    @external
    def hand_over(self, _names: str, _member: Address) -> None:
        if not self._members[_member]:  # expect: A03
            revert('Guard: not a member')
        self._order.set(_names[:100])

    @external
    def change_word(self, _word: str) -> None:
        if not self._members[self.msg.sender]:
            revert('Guard: not a member')
        self._password.set(_word[:20])  # ok: A03
