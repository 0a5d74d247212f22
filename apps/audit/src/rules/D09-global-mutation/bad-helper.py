from iconservice import IconScoreBase, IconScoreDatabase, DictDB, Address, external, eventlog, revert


class Book:
    entries = []
    opened = 0

    @classmethod
    def open_page(cls) -> None:
        cls.opened += 1  # expect: D09

    def add(self, who: Address, what: str) -> None:
        self.entries.append((who, what))  # expect: D09


BOOK = Book()
PRICES = dict(tea=1, coffee=2)


def remember(text: str, words: list = []) -> int:
    words.append(text)  # expect: D09
    return len(words)


def change_price(drink: str, price: int) -> None:
    prices = PRICES
    prices[drink] = price  # expect: D09


class Bar(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.tab_of = DictDB('tab_of', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def PriceChanged(self, drink: str, price: int):
        pass

    @external
    def order(self, drink: str) -> None:
        if drink not in PRICES:
            revert('not on the card')
        Book.open_page()
        BOOK.add(self.msg.sender, drink)
        self.tab_of[self.msg.sender] += PRICES[drink] * remember(drink)

    @external
    def set_price(self, drink: str, price: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if price <= 0:
            revert('price must be positive')
        change_price(drink, price)
        self.PriceChanged(drink, price)

    @external(readonly=True)
    def get_tab(self, guest: Address) -> int:
        return self.tab_of[guest]
