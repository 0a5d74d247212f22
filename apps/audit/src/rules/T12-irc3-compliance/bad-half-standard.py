from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class Deeds(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.keeper = DictDB('keeper', db, Address)
        self.proxy = DictDB('proxy', db, Address)
        self.held = DictDB('held', db, int)

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _tokenId: int):
        pass

    @eventlog(indexed=3)
    def Approval(self, _owner: Address, _approved: Address, _tokenId: int):
        pass

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self.held[_owner]

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        return self.keeper[_tokenId]

    @external
    def approve(self, _to: Address, _tokenId: int) -> None:
        self._must_keep(self.msg.sender, _tokenId)
        self.proxy[_tokenId] = _to
        self.Approval(self.msg.sender, _to, _tokenId)

    def _must_keep(self, who: Address, deed: int) -> None:
        if who != self.keeper[deed]:
            revert('not the keeper')

    def _pass_on(self, giver: Address, taker: Address, deed: int) -> None:
        if self.held[giver] < 1:
            revert('holds nothing')
        self.proxy.remove(deed)
        self.keeper[deed] = taker
        self.held[giver] -= 1
        self.held[taker] += 1
        self.Transfer(giver, taker, deed)


class VineyardDeeds(Deeds):  # expect: T12
    """Nobody can ask who is approved (getApproved), and approved people have no transferFrom."""

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Vineyards'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'VINE'

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:
        self._must_keep(self.msg.sender, _tokenId)
        self._pass_on(self.msg.sender, _to, _tokenId)

    @external
    def plant(self, _to: Address, _tokenId: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the registrar')
        if self.keeper[_tokenId] is not None:
            revert('planted already')
        self.keeper[_tokenId] = _to
        self.held[_to] += 1
        self.Transfer(NOBODY, _to, _tokenId)
