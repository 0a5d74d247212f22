from iconservice import *

TAG = 'SeedLibrary'
NOBODY = Address.from_string('hx0000000000000000000000000000000000000000')


class SeedLibrary(IconScoreBase):
    """Each packet has its keeper, whom some of the methods forget to ask."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper_of = DictDB('keeper_of', db, value_type=Address)
        self._borrower_of = DictDB('borrower_of', db, value_type=Address)
        self._note = DictDB('note', db, value_type=str)
        self._price = DictDB('price', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _must_exist(self, _packet: int) -> None:
        keeper = self._keeper_of[_packet]
        if keeper is None or keeper == NOBODY:
            revert(f'{TAG}: no such packet')

    @external
    def sow(self) -> None:
        packet = self._count.get() + 1
        self._count.set(packet)
        self._keeper_of[packet] = self.msg.sender  # ok: A01

    @external
    def pass_on(self, _packet: int, _to: Address) -> None:
        if self._keeper_of[_packet] != self.msg.sender:
            revert(f'{TAG}: not your packet')
        self._keeper_of[_packet] = _to  # ok: A01
        self._borrower_of[_packet] = NOBODY  # ok: A01

    @external
    def lend(self, _packet: int, _to: Address) -> None:
        if self._keeper_of[_packet] != self.msg.sender:
            revert(f'{TAG}: not your packet')
        self._borrower_of[_packet] = _to  # ok: A01

    @external
    def fetch(self, _packet: int) -> None:
        if self.msg.sender != self._borrower_of[_packet]:
            revert(f'{TAG}: not lent to you')
        self._keeper_of[_packet] = self.msg.sender  # ok: A01

    # that it belongs to somebody does not say to whom
    @external
    def throw_away(self, _packet: int) -> None:
        self._must_exist(_packet)
        self._keeper_of[_packet] = NOBODY  # expect: A01

    @external
    def strike_out(self, _packet: int) -> None:
        if self._keeper_of[_packet] is None:
            revert(f'{TAG}: no such packet')
        self._keeper_of.remove(_packet)  # expect: A01

    @external
    def give_away(self, _packet: int, _to: Address) -> None:
        self._must_exist(_packet)
        self._keeper_of[_packet] = _to  # expect: A01

    @external
    def take_back(self, _packet: int) -> None:
        del self._borrower_of[_packet]  # expect: A01

    @external
    def describe(self, _packet: int, _note: str) -> None:
        self._must_exist(_packet)
        self._note[_packet] = _note  # expect: A01 as high

    @external
    def offer(self, _packet: int, _price: int) -> None:
        if self._keeper_of[_packet] is None or _price <= 0:
            revert(f'{TAG}: no such packet, or no price')
        self._price[_packet] = _price  # expect: A01 as high

    @external
    @payable
    def buy(self, _packet: int) -> None:
        keeper = self._keeper_of[_packet]
        if keeper is None or self.msg.value != self._price[_packet] or self.msg.value == 0:
            revert(f'{TAG}: not for sale')
        self._keeper_of[_packet] = self.msg.sender  # ok: A01
        self._price[_packet] = 0
        self.icx.transfer(keeper, self.msg.value)

    @external(readonly=True)
    def packet(self, _packet: int) -> str:
        return f'{self._note[_packet]}: {self._price[_packet]}'
