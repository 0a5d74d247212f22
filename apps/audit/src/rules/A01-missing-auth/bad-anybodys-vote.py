from iconservice import *

TAG = 'ReefFund'


class ReefFund(IconScoreBase):
    """Divers say what is to be paid, and three of them agree; nobody asks whether it is divers who agree."""

    @eventlog(indexed=1)
    def Asked(self, _id: int, _amount: int):
        pass

    @eventlog(indexed=1)
    def Agreed(self, _id: int, _by: Address):
        pass

    @eventlog(indexed=1)
    def DiverChanged(self, _diver: Address, _on: bool):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._diver = DictDB('diver', db, value_type=bool)
        self._count = VarDB('count', db, value_type=int)
        self._amount = DictDB('amount', db, value_type=int)
        self._to = DictDB('to', db, value_type=Address)
        self._agreed = DictDB('agreed', db, value_type=bool, depth=2)
        self._votes = DictDB('votes', db, value_type=int)
        self._liked = DictDB('liked', db, value_type=bool, depth=2)
        self._likes = DictDB('likes', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _divers_only(self) -> None:
        if not self._diver[self.msg.sender]:
            revert(f'{TAG}: divers only')

    @external
    def set_diver(self, _diver: Address, _on: bool) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self._diver[_diver] = _on
        self.DiverChanged(_diver, _on)

    @external
    def ask(self, _to: Address, _amount: int) -> None:
        self._divers_only()
        if _amount <= 0:
            revert(f'{TAG}: for something')
        number = self._count.get() + 1
        self._count.set(number)
        self._to[number] = _to
        self._amount[number] = _amount
        self.Asked(number, _amount)

    @external
    def agree(self, _id: int) -> None:
        if self._amount[_id] <= 0 or self._agreed[_id][self.msg.sender]:
            revert(f'{TAG}: nothing asked, or agreed already')
        self._agreed[_id][self.msg.sender] = True
        self._votes[_id] += 1  # expect: A01 as high
        self.Agreed(_id, self.msg.sender)

    # anybody may like what is asked, and nothing goes by it
    @external
    def like(self, _id: int) -> None:
        if self._amount[_id] <= 0 or self._liked[_id][self.msg.sender]:
            revert(f'{TAG}: nothing asked, or liked already')
        self._liked[_id][self.msg.sender] = True
        self._likes[_id] += 1  # ok: A01
        self.Agreed(_id, self.msg.sender)

    @external
    def pay(self, _id: int) -> None:
        amount = self._amount[_id]
        if self._votes[_id] < 3 or amount <= 0:
            revert(f'{TAG}: not yet')
        self._amount[_id] = 0
        self.icx.transfer(self._to[_id], amount)

    @payable
    def fallback(self) -> None:
        pass
