from iconservice import *

TAG = 'Allotments'


class Seeds(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Allotments(IconScoreBase):
    """Members name the token of the club, and whoever likes becomes a member."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._members = DictDB('members', db, value_type=bool)
        self._board = DictDB('board', db, value_type=bool)
        self._seeds = VarDB('seeds', db, value_type=Address)
        self._keeper = VarDB('keeper', db, value_type=Address)
        self._shares = DictDB('shares', db, value_type=int)

    def on_install(self, _keeper: Address) -> None:
        super().on_install()
        self._keeper.set(_keeper)

    def on_update(self) -> None:
        super().on_update()

    @external
    def join(self) -> None:
        self._members[self.msg.sender] = True

    @external
    def elect(self, _who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Allotments: owner only')
        self._board[_who] = True

    @external
    def set_seeds(self, _token: Address) -> None:
        if not self._members[self.msg.sender]:
            revert('Allotments: members only')
        self._seeds.set(_token)  # expect: A01

    @external
    def set_keeper(self, _keeper: Address) -> None:
        if not self._board[self.msg.sender]:
            revert('Allotments: board only')
        self._keeper.set(_keeper)  # ok: A01

    @external
    def write_down(self, _who: Address, _shares: int) -> None:
        if self.msg.sender != self._keeper.get() or not 0 <= _shares <= 100:
            revert('Allotments: keeper only')
        self._shares[_who] = _shares

    @external
    def fetch(self) -> None:
        shares = self._shares[self.msg.sender]
        self._shares[self.msg.sender] = 0
        seeds = self.create_interface_score(self._seeds.get(), Seeds)
        seeds.transfer(self.msg.sender, shares)
