from iconservice import *

TAG = 'Plots'
NOBODY = Address.from_string('hx' + '0' * 40)


class Plots(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._buyer = DictDB('buyer', db, value_type=Address)
        self._count = DictDB('count', db, value_type=int)

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
        return 'Plots'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'PLT'

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._count[_owner]

    @external(readonly=True)
    def ownerOf(self, _tokenId: int) -> Address:
        return self._holder[_tokenId]

    @external(readonly=True)
    def getApproved(self, _tokenId: int) -> Address:
        return self._buyer[_tokenId]

    @external
    def approve(self, _to: Address, _tokenId: int) -> None:
        if self._holder[_tokenId] != self.msg.sender:
            revert('Only the holder')
        self._buyer[_tokenId] = _to
        self.Approval(self.msg.sender, _to, _tokenId)

    @external
    def transfer(self, _to: Address, _tokenId: int) -> None:  # ok: T12
        if self._holder[_tokenId] != self.msg.sender:
            revert('Only the holder')
        self._hand_over(self.msg.sender, _to, _tokenId)

    @external
    def transferFrom(self, _from: Address, _to: Address, _tokenId: int) -> None:  # ok: T12
        if self._holder[_tokenId] != _from:
            revert('Not the holder')
        if self.msg.sender != _from and self.msg.sender != self._buyer[_tokenId]:
            revert('Not approved')
        self._hand_over(_from, _to, _tokenId)

    @external
    def survey(self, _to: Address, _tokenId: int) -> None:  # ok: T12
        if self.msg.sender != self.owner:
            revert('Only the surveyor')
        if _tokenId in self._holder:
            revert('Known already')
        self._holder[_tokenId] = _to
        self._count[_to] += 1
        self.Transfer(NOBODY, _to, _tokenId)

    def _hand_over(self, giver: Address, taker: Address, plot: int) -> None:
        self._forget_buyer(plot)
        self._count[giver] -= 1
        self._holder[plot] = taker
        self._count[taker] += 1
        self.Transfer(giver, taker, plot)

    def _forget_buyer(self, plot: int) -> None:
        if plot in self._buyer:
            del self._buyer[plot]
