from iconservice import *

TAG = 'HorseDeed'
NOBODY = Address.from_string('hx' + '0' * 40)


class HorseDeed(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owners = DictDB('owners', db, value_type=Address)
        self._approvals = DictDB('approvals', db, value_type=Address)
        self._counts = DictDB('counts', db, value_type=int)

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
        return 'Horse Deed'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'HORSE'

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._counts[_owner]

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        return self._owners[_tokenId]

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        return self._approvals[_tokenId]

    @external
    def approve(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self._owners[_tokenId]:
            revert('Only the owner approves')
        self._approvals[_tokenId] = _to
        self.Approval(self.msg.sender, _to, _tokenId)

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:
        # the approval survives: who was approved by the seller may take it back from the buyer
        if self.msg.sender != self._owners[_tokenId]:
            revert('Only the owner')
        self._owners[_tokenId] = _to  # expect: T12
        self._counts[self.msg.sender] -= 1
        self._counts[_to] += 1
        self.Transfer(self.msg.sender, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int) -> None:  # expect: T12
        # _from is believed: the counts of a third person change
        if self.msg.sender != self._owners[_tokenId] and self.msg.sender != self._approvals[_tokenId]:
            revert('Not approved')
        if self._counts[_from] < 1:
            revert('Holds nothing')
        del self._approvals[_tokenId]
        self._owners[_tokenId] = _to
        self._counts[_from] -= 1
        self._counts[_to] += 1
        self.Transfer(_from, _to, _tokenId)

    @external
    def register(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the registrar')
        if self._owners[_tokenId] is not None:
            revert('Registered already')
        self._owners[_tokenId] = _to
        self._counts[_to] += 1
        self.Transfer(NOBODY, _to, _tokenId)
