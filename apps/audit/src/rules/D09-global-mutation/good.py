from iconservice import *

TAG = 'Menu'
BASE = ['tea', 'coffee']
PRICE = {}
PRICE['tea'] = 10 ** 18  # ok: D09
PRICE.update(coffee=2 * 10 ** 18)  # ok: D09
EXTRA = []


def card(extra: str, drinks: list = BASE) -> list:
    drinks = list(drinks)
    drinks.append(extra)  # ok: D09
    return drinks


class Menu(IconScoreBase):
    SIZES = ('small', 'large')

    @eventlog(indexed=1)
    def Ordered(self, guest: Address, drink: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._special = VarDB('special', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def setSpecial(self, _drink: str) -> None:
        if self.msg.sender != self.owner:
            revert('Menu: only the owner')
        if len(_drink) > 20:
            revert('Menu: too long')
        self._special.set(_drink)
        self.Ordered(self.msg.sender, _drink)

    @payable
    @external
    def order(self, _drink: str) -> None:
        if _drink not in PRICE or self.msg.value != PRICE[_drink]:
            revert('Menu: unknown drink, or wrong price')
        self.icx.transfer(self.owner, self.msg.value)
        self.Ordered(self.msg.sender, _drink)

    @external(readonly=True)
    def drinks(self) -> list:
        return card(self._special.get())

    @external(readonly=True)
    def sizes(self) -> list:
        EXTRA = [size.upper() for size in self.SIZES]
        EXTRA.append('HUGE')  # ok: D09
        prices = dict(PRICE)
        prices['water'] = 0  # ok: D09
        return EXTRA + sorted(prices)
