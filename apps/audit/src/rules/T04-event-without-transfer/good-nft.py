from iconservice import *

TAG = 'Stamp'
NOBODY = Address.from_string('hx' + '0' * 40)


class Stamp(IconScoreBase):
    """IRC3: a Transfer moves one thing, so an owner is written and a count, not an amount."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner_of = DictDB('owner_of', db, value_type=Address)
        self._approved = DictDB('approved', db, value_type=Address)
        self._held = DictDB('held', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _tokenId: int):
        pass

    @eventlog(indexed=3)
    def Approval(self, _owner: Address, _approved: Address, _tokenId: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Stamp'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'STMP'

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._held[_owner]

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        return self._owner_of[_tokenId]

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        return self._approved[_tokenId]

    @external
    def approve(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self._owner_of[_tokenId]:
            revert('Only the holder approves')
        self._approved[_tokenId] = _to
        self.Approval(self.msg.sender, _to, _tokenId)

    @external
    def issue(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner issues')
        if self._owner_of[_tokenId] is not None:
            revert('Issued already')
        self._owner_of[_tokenId] = _to
        self._held[_to] += 1
        self.Transfer(NOBODY, _to, _tokenId)  # ok: T04

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self._owner_of[_tokenId]:
            revert('Only the holder')
        self._hand_over(self.msg.sender, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int) -> None:
        if _from != self._owner_of[_tokenId]:
            revert('Not the holder')
        if self.msg.sender != _from and self.msg.sender != self._approved[_tokenId]:
            revert('Not approved')
        self._hand_over(_from, _to, _tokenId)

    def _hand_over(self, _from: Address, _to: Address, _tokenId: int) -> None:
        if self._held[_from] < 1:
            revert('Holds nothing')
        del self._approved[_tokenId]
        self._owner_of[_tokenId] = _to
        self._held[_from] -= 1
        self._held[_to] += 1
        self.Transfer(_from, _to, _tokenId)  # ok: T04
