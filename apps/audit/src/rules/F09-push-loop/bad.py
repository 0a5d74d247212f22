from iconservice import *

TAG = 'FishingCoop'


class FishingCoop(IconScoreBase):
    _MEMBERS = 'members'
    _CATCH = 'catch'

    @eventlog(indexed=1)
    def Joined(self, _member: Address):
        pass

    @eventlog(indexed=1)
    def Shared(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._members = ArrayDB(self._MEMBERS, db, Address)
        self._catch = VarDB(self._CATCH, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def addMember(self, _member: Address) -> None:
        if self.msg.sender != self.owner:
            revert('FishingCoop: only the owner')
        if len(self._members) >= 30:
            revert('FishingCoop: 30 members at most')
        self._members.put(_member)
        self.Joined(_member)

    @payable
    def fallback(self) -> None:
        self._catch.set(self._catch.get() + self.msg.value)

    @external
    def share(self) -> None:
        count = len(self._members)
        if count == 0:
            revert('FishingCoop: no members')
        each = self._catch.get() // count
        self._catch.set(0)
        self.Shared(each)
        for member in self._members:
            self.icx.transfer(member, each)  # expect: F09
