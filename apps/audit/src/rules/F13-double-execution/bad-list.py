from iconservice import *

TAG = 'Harvest'


class Harvest(IconScoreBase):
    """Who brought something gets it back before the feast; after it the helpers are paid, as often as somebody asks."""

    @eventlog(indexed=1)
    def Paid(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._helpers = ArrayDB('helpers', db, value_type=Address)
        self._brought = DictDB('brought', db, value_type=int)
        self._feast = VarDB('feast', db, value_type=bool)

    def on_install(self, _one: Address, _two: Address) -> None:
        super().on_install()
        self._helpers.put(_one)
        self._helpers.put(_two)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bring(self) -> None:
        self._brought[self.msg.sender] += self.msg.value

    @external
    def hold(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self._feast.set(True)

    @external
    def settle(self) -> None:
        if not self._feast.get():
            amount = self._brought[self.msg.sender]
            self._brought[self.msg.sender] = 0
            if not self.icx.send(self.msg.sender, amount):  # ok: F13
                self._brought[self.msg.sender] = amount

        if self._feast.get():
            for helper in self._helpers:
                if self.icx.send(helper, self._brought[helper]):  # expect: F13
                    self.Paid(helper, self._brought[helper])
                else:
                    self._feast.set(False)
