from iconservice import *

TAG = 'Medals'


class Medals(IconScoreBase):
    """Single things: a new one has an owner, too."""

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _tokenId: int):
        pass

    @eventlog(indexed=3)
    def Approval(self, _owner: Address, _approved: Address, _tokenId: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner_of = DictDB('owner_of', db, value_type=Address)
        self._approved = DictDB('approved', db, value_type=Address)
        self._count = DictDB('count', db, value_type=int)
        self._next = VarDB('next', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._count[_owner]

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        return self._owner_of[_tokenId]

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        return self._approved[_tokenId]

    @external
    def award(self, _to: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        medal = self._next.get()
        self._next.set(medal + 1)
        self._count[_to] += 1
        self._owner_of[medal] = _to  # expect: T03

    @external
    def approve(self, _to: Address, _tokenId: int) -> None:
        if self._owner_of[_tokenId] != self.msg.sender:
            revert('not yours')
        self._approved[_tokenId] = _to
        self.Approval(self.msg.sender, _to, _tokenId)

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:
        self.transferFrom(self.msg.sender, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int) -> None:
        if self._owner_of[_tokenId] != _from:
            revert('not theirs')
        if self.msg.sender != _from and self.msg.sender != self._approved[_tokenId]:
            revert('not allowed')
        self._approved.remove(_tokenId)
        self._count[_from] -= 1
        self._count[_to] += 1
        self._owner_of[_tokenId] = _to  # ok: T03
        self.Transfer(_from, _to, _tokenId)
