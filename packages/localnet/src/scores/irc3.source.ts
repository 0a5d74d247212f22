/** What {@link IRC3} does, in Python. */
export const IRC3_SOURCE = `from iconservice import *

NOBODY = Address.from_string('hx' + '0' * 40)


class Collection(IconScoreBase):
    """Tokens of the IRC3 standard, each one of a kind. Anyone may mint one that is not there yet."""

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _tokenId: int):
        pass

    @eventlog(indexed=3)
    def Approval(self, _owner: Address, _approved: Address, _tokenId: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._name = VarDB('name', db, value_type=str)
        self._symbol = VarDB('symbol', db, value_type=str)
        self._supply = VarDB('supply', db, value_type=int)
        self._counts = DictDB('counts', db, value_type=int)
        self._owners = DictDB('owners', db, value_type=Address)
        self._approved = DictDB('approved', db, value_type=Address)

    def on_install(self, _name: str, _symbol: str) -> None:
        super().on_install()
        self._name.set(_name)
        self._symbol.set(_symbol)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return self._name.get()

    @external(readonly=True)
    def symbol(self) -> str:
        return self._symbol.get()

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._counts[_owner]

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        return self._find_owner(_tokenId)

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        self._find_owner(_tokenId)
        return self._approved[_tokenId]

    @external
    def mint(self, _to: Address, _tokenId: int):
        if self._owners[_tokenId] is not None:
            revert('This token is there already', 5)
        self._owners[_tokenId] = _to
        self._counts[_to] += 1
        self._supply.set(self._supply.get() + 1)
        self.Transfer(NOBODY, _to, _tokenId)

    @external
    def burn(self, _tokenId: int):
        owner = self._must_be_mine(_tokenId)
        self._clear_approval(_tokenId)
        del self._owners[_tokenId]
        self._counts[owner] -= 1
        self._supply.set(self._supply.get() - 1)
        self.Transfer(owner, NOBODY, _tokenId)

    @external
    def approve(self, _to: Address, _tokenId: int):
        owner = self._must_be_mine(_tokenId)
        self._approved[_tokenId] = _to
        self.Approval(owner, _to, _tokenId)

    @external
    def transfer(self, _to: Address, _tokenId: int):
        owner = self._must_be_mine(_tokenId)
        self._hand_over(owner, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int):
        owner = self._find_owner(_tokenId)
        sender = self.msg.sender
        if owner != _from or (sender != owner and sender != self._approved[_tokenId]):
            revert('Moving this token is not approved', 8)
        self._hand_over(owner, _to, _tokenId)

    def _find_owner(self, token: int) -> Address:
        owner = self._owners[token]
        if owner is None:
            revert('This token does not exist', 4)
        return owner

    def _must_be_mine(self, token: int) -> Address:
        owner = self._find_owner(token)
        if owner != self.msg.sender:
            revert('This token belongs to somebody else', 6)
        return owner

    def _clear_approval(self, token: int):
        if self._approved[token] is not None:
            del self._approved[token]

    def _hand_over(self, owner: Address, receiver: Address, token: int):
        self._clear_approval(token)
        self._owners[token] = receiver
        self._counts[owner] -= 1
        self._counts[receiver] += 1
        self.Transfer(owner, receiver, token)
`;
