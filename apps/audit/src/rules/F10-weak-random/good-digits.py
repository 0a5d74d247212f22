from iconservice import *

TAG = 'CiderCellar'

DAY = 24 * 3600 * 10 ** 6
ONE = 10 ** 9


def power(base: int, exponent: int) -> int:
    """In billionths; the exponent is read digit by digit."""
    result = ONE
    while exponent > 0:
        if exponent % 2:  # ok: F10
            result = result * base // ONE
        base = base * base // ONE
        exponent = exponent // 2
    return result


class CiderCellar(IconScoreBase):
    """What lies here grows a little with each day: nothing is left to chance."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._litres = DictDB('litres', db, value_type=int)
        self._since = DictDB('since', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Laid(self, account: Address, litres: int):
        pass

    @eventlog(indexed=1)
    def Drawn(self, account: Address, litres: int):
        pass

    @payable
    @external
    def lay(self) -> None:
        if self.msg.value <= 0 or self._litres[self.msg.sender] > 0:
            revert(f'{TAG}: something, and one barrel each')
        self._litres[self.msg.sender] = self.msg.value
        self._since[self.msg.sender] = self.now()
        self.Laid(self.msg.sender, self.msg.value)

    @external
    def draw(self) -> None:
        laid = self._litres[self.msg.sender]
        if laid <= 0:
            revert(f'{TAG}: nothing here')
        days = min((self.now() - self._since[self.msg.sender]) // DAY, 1000)
        litres = laid * power(1000100000, days) // ONE
        self._litres[self.msg.sender] = 0
        self.Drawn(self.msg.sender, litres)
        self.icx.transfer(self.msg.sender, litres)
