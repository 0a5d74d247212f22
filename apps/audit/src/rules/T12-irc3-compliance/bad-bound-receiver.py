from iconservice import *

TAG = 'Painting'
NOBODY = Address.from_string('hx' + '0' * 40)


class Painting(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owners = DictDB('owners', db, value_type=Address)
        self._buyer = DictDB('buyer', db, value_type=Address)

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
        return 'Painting'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'PNT'

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return 0

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        return self._owners[_tokenId]

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        return self._buyer[_tokenId]

    @external
    def approve(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self._owners[_tokenId]:
            revert('Only the owner approves')
        self._buyer[_tokenId] = _to
        self.Approval(self.msg.sender, _to, _tokenId)

    def _hang(self, _from: Address, _to: Address, _tokenId: int) -> None:
        self._owners[_tokenId] = _to
        del self._buyer[_tokenId]
        self.Transfer(_from, _to, _tokenId)

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:
        if self._owners[_tokenId] != self.msg.sender:
            revert('Only the owner')
        buyer = self.getApproved(_tokenId)
        if not buyer == _to:  # expect: T12
            revert('Not the buyer')
        self._hang(self.msg.sender, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int) -> None:
        if self._owners[_tokenId] != _from:
            revert('Not the owner')
        if self._buyer[_tokenId] != self.msg.sender and _from != self.msg.sender:  # ok: T12
            revert('Not approved')
        if _to == NOBODY:
            revert('Nobody there')
        self._hang(_from, _to, _tokenId)

    @external
    def fetch(self, _from: Address, _to: Address, _tokenId: int) -> None:
        """The buyer comes by themselves, to whom the painting goes then."""
        if self._owners[_tokenId] != _from:
            revert('Not the owner')
        if self._buyer[_tokenId] != self.msg.sender or _to != self.msg.sender:  # ok: T12
            revert('Not the buyer')
        self._hang(_from, self.msg.sender, _tokenId)  # ok: T12

    @external
    def paint(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self.owner or self._owners[_tokenId] is not None:
            revert('Only the painter, and only once')
        self._owners[_tokenId] = _to
        self.Transfer(NOBODY, _to, _tokenId)
