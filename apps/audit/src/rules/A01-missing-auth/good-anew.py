from iconservice import *

TAG = 'Footraces'


class Footraces(IconScoreBase):
    """A challenge begins anew for the one who is challenged, or falls away with it."""

    @eventlog(indexed=2)
    def Challenged(self, _rival: Address, _by: Address):
        pass

    @eventlog(indexed=1)
    def Accepted(self, _rival: Address):
        pass

    @eventlog(indexed=1)
    def Returned(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._challenger = DictDB('challenger', db, value_type=Address)
        self._stake = DictDB('stake', db, value_type=int)
        self._accepted = DictDB('accepted', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def challenge(self, _rival: Address) -> None:
        if self._challenger[_rival] is not None:
            revert('Footraces: somebody was faster')
        if self.msg.value == 0:
            revert('Footraces: a stake is needed')
        self._challenger[_rival] = self.msg.sender
        self._stake[_rival] = self.msg.value
        self._accepted[_rival] = False  # ok: A01
        self.Challenged(_rival, self.msg.sender)

    @external
    def accept(self) -> None:
        if self._accepted[self.msg.sender]:
            revert('Footraces: accepted before')
        if self._challenger[self.msg.sender] is None:
            revert('Footraces: nobody has challenged you')
        self._accepted[self.msg.sender] = True
        self.Accepted(self.msg.sender)

    @external
    def take_back(self, _rival: Address) -> None:
        if self._challenger[_rival] != self.msg.sender:
            revert('Footraces: not your challenge')
        if self._accepted[_rival]:
            revert('Footraces: accepted')
        amount = self._stake[_rival]
        self._stake.remove(_rival)
        self._challenger.remove(_rival)
        self._accepted.remove(_rival)  # ok: A01
        self.Returned(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
