from iconservice import *

TAG = 'CardMarket'


class Cards(InterfaceScore):
    @interface
    def ownerOf(self, _card: int) -> Address:
        pass

    @interface
    def transferFrom(self, _from: Address, _to: Address, _card: int) -> None:
        pass


class CardMarket(IconScoreBase):
    """Whoever owns a card offers it; the buyer says the price, and the market pays."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._cards = VarDB('cards', db, value_type=Address)
        self._offers = DictDB('offers', db, value_type=str)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self, _cards: Address) -> None:
        super().on_install()
        self._cards.set(_cards)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Offered(self, seller: Address, card: int):
        pass

    def _score(self) -> Cards:
        return self.create_interface_score(self._cards.get(), Cards)

    @external
    def offer(self, card: int) -> None:
        place = self._count.get()
        found = {}
        found['seller'] = str(self.msg.sender)
        found['card'] = card
        self._offers[place] = json_dumps(found)
        self._count.set(place + 1)
        if self._score().ownerOf(card) != self.msg.sender:
            revert('not your card')
        self.Offered(self.msg.sender, card)

    def _all(self) -> list:
        texts = []
        for place in range(self._count.get()):
            texts.append(self._offers[place])
        return texts

    @payable
    @external
    def buy(self, place: int, price: int) -> None:
        chosen = json_loads(self._all()[place])
        seller = Address.from_string(chosen['seller'])
        self._score().transferFrom(seller, self.msg.sender, chosen['card'])
        self.icx.transfer(seller, price)  # expect: A08
