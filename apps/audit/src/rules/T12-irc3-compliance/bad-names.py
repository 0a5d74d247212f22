from iconservice import *

TAG = 'Sheepmarks'


class Sheepmarks(IconScoreBase):
    """All methods of the standard, with another name for the number."""

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _tokenId: int):
        pass

    @eventlog(indexed=3)
    def Approval(self, _owner: Address, _approved: Address, _tokenId: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holders = DictDB('holders', db, value_type=Address)
        self._approved = DictDB('approved', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Sheepmarks'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'SHEEP'

    @external(readonly=True)
    def ownerOf(self, _sheep: int) -> Address:  # expect: T12
        return self._holders[_sheep]

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        return self._approved[_tokenId]

    @external
    def approve(self, _to: Address, _sheep: int) -> None:  # expect: T12
        if self._holders[_sheep] != self.msg.sender:
            revert('Sheepmarks: not yours')
        self._approved[_sheep] = _to
        self.Approval(self.msg.sender, _to, _sheep)

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:
        if self._holders[_tokenId] != self.msg.sender:
            revert('Sheepmarks: not yours')
        self._move(self.msg.sender, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int) -> None:
        if self._holders[_tokenId] != _from:
            revert('Sheepmarks: not theirs')
        if self.msg.sender != _from and self.msg.sender != self._approved[_tokenId]:
            revert('Sheepmarks: not allowed')
        self._move(_from, _to, _tokenId)

    def _move(self, _from: Address, _to: Address, _tokenId: int) -> None:
        self._approved.remove(_tokenId)
        self._holders[_tokenId] = _to
        self.Transfer(_from, _to, _tokenId)
