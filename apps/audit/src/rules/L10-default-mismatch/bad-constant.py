from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, payable, eventlog, revert
from iconservice import external as api

DEFAULT_TERM = '30'
PLAIN = False


class Priced(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.term = DictDB('term', db, value_type=int)
        self.colour = VarDB('colour', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self, colour: str = b'red') -> None:  # expect: L10
        super().on_update()

    @eventlog(indexed=1)
    def Subscribed(self, who: Address, term: int):
        pass

    @api
    @payable
    def subscribe(self, term: int = DEFAULT_TERM) -> None:  # expect: L10
        if term <= 0 or self.msg.value != term * 10 ** 16:
            revert('wrong term or price')
        self.term[self.msg.sender] = term
        self.icx.transfer(self.owner, self.msg.value)
        self.Subscribed(self.msg.sender, term)


class Magazine(Priced):

    @api
    def paint(self, colour: str,  # expect: L10
              layers: int = PLAIN) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if layers < 0 or len(colour) > 20:
            revert('out of range')
        self.colour.set(colour)
        self.Subscribed(self.msg.sender, layers)

    @api(readonly=True)
    def get_term(self, who: Address = None, least: int = []) -> int:  # expect: L10
        return 0 if who is None else self.term[who]
