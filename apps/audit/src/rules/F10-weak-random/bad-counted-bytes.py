from iconservice import *

TAG = 'SledRace'
WAIT = 600 * 10 ** 6


class SledRace(IconScoreBase):
    """Bytes of a hash are added to the skill of each sled: who wins the stakes is known before the race."""

    @eventlog(indexed=2)
    def Finished(self, winner: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._skill = DictDB('skill', db, value_type=int)
        self._stake = DictDB('stake', db, value_type=int)
        self._last = DictDB('last', db, value_type=int)
        self._receipts = DictDB('receipts', db, value_type=bytes)
        self._won = DictDB('won', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def wait(self) -> None:
        if self.msg.value <= 0 or self._stake[self.msg.sender] > 0:
            revert(f'{TAG}: one stake each')
        self._stake[self.msg.sender] = self.msg.value

    def _wind(self, sled: Address) -> int:
        gusts = sha3_256(f'{self.now()} over the long and icy track that leads down to {sled}'.encode())
        return gusts[3] + gusts[7] * 2

    @external
    @payable
    def race(self, rival: Address) -> None:
        if self.msg.sender.is_contract:
            revert(f'{TAG}: people only')
        stake = self._stake[rival]
        if stake <= 0 or self.msg.value != stake or rival == self.msg.sender:
            revert(f'{TAG}: nobody waits there')
        self._stake[rival] = 0
        own = self._skill[self.msg.sender] * 50 + self._wind(self.msg.sender)
        other = self._skill[rival] * 50 + self._wind(rival)
        if own > other:  # expect: F10
            self._won[self.msg.sender] += stake * 2
            self.Finished(self.msg.sender, stake * 2)
        else:
            self._won[rival] += stake * 2
            self.Finished(rival, stake * 2)

    @external
    def train(self) -> None:
        receipt = sha3_256(f'{self.now()} trained on the long and icy track by {self.msg.sender}'.encode())
        if self._last[self.msg.sender] + WAIT > self.now():  # ok: F10
            revert(f'{TAG}: sleds rest first')
        self._last[self.msg.sender] = self.now()
        self._receipts[self.msg.sender] = receipt
        self._skill[self.msg.sender] += 1

    @external
    def cash(self) -> None:
        amount = self._won[self.msg.sender]
        if amount <= 0:
            revert(f'{TAG}: nothing won')
        self._won[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
