from iconservice import *

TAG = 'Beehives'


class Beehives(IconScoreBase):
    """The event of a move says more than the standard knows: nobody who follows the standard finds it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = DictDB('keeper', db, value_type=Address)
        self._deputy = DictDB('deputy', db, value_type=Address)
        self._count = DictDB('count', db, value_type=int)
        self._weight = DictDB('weight', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _tokenId: int, _weight: int):  # expect: T12
        pass

    @eventlog(indexed=3)
    def Approval(self, _owner: Address, _approved: Address, _tokenId: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return TAG

    @external(readonly=True)
    def symbol(self) -> str:
        return 'HIVE'

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._count[_owner]

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        keeper = self._keeper[_tokenId]
        if keeper is None:
            revert('no such hive')
        return keeper

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        return self._deputy[_tokenId]

    @external
    def approve(self, _to: Address, _tokenId: int) -> None:
        if self.ownerOf(_tokenId) != self.msg.sender:
            revert('not your hive')
        self._deputy[_tokenId] = _to
        self.Approval(self.msg.sender, _to, _tokenId)

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:
        if self.ownerOf(_tokenId) != self.msg.sender:
            revert('not your hive')
        self._carry(self.msg.sender, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int) -> None:
        if self.ownerOf(_tokenId) != _from:
            revert('not their hive')
        if self.msg.sender not in (_from, self._deputy[_tokenId]):
            revert('not allowed')
        self._carry(_from, _to, _tokenId)

    def _carry(self, _from: Address, _to: Address, _tokenId: int) -> None:
        self._deputy.remove(_tokenId)
        self._keeper[_tokenId] = _to
        self._count[_from] -= 1
        self._count[_to] += 1
        self.Transfer(_from, _to, _tokenId, self._weight[_tokenId])
