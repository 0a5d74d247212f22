from iconservice import *

TAG = 'SeedLibrary'
NOBODY = Address.from_string('hx0000000000000000000000000000000000000000')


class Shelf(IconScoreBase):
    """Which packet belongs to whom, and until when."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper_of = DictDB('keeper_of', db, value_type=Address)
        self._borrower_of = DictDB('borrower_of', db, value_type=Address)
        self._good_until = DictDB('good_until', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _must_keep(self, _packet: int) -> None:
        if self._keeper_of[_packet] != self.msg.sender:
            revert(f'{TAG}: not your packet')


class SeedLibrary(Shelf):

    @eventlog(indexed=2)
    def Kept(self, _packet: int, _keeper: Address):
        pass

    @eventlog(indexed=1)
    def Described(self, _packet: int, _note: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._note = DictDB('note', db, value_type=str)

    @external
    def sow(self) -> None:
        packet = self._count.get() + 1
        self._count.set(packet)
        self._keeper_of[packet] = self.msg.sender  # ok: A01
        self._good_until[packet] = self.block_height + 1_296_000
        self.Kept(packet, self.msg.sender)

    @external
    def pass_on(self, _packet: int, _to: Address) -> None:
        self._must_keep(_packet)
        self._keeper_of[_packet] = _to  # ok: A01
        self._borrower_of[_packet] = NOBODY
        self.Kept(_packet, _to)

    @external
    def lend(self, _packet: int, _to: Address) -> None:
        self._must_keep(_packet)
        self._borrower_of[_packet] = _to  # ok: A01

    @external
    def take_back(self, _packet: int) -> None:
        self._must_keep(_packet)
        del self._borrower_of[_packet]  # ok: A01

    @external
    def fetch(self, _packet: int) -> None:
        if self.msg.sender != self._borrower_of[_packet]:
            revert(f'{TAG}: not lent to you')
        self._keeper_of[_packet] = self.msg.sender  # ok: A01
        self.Kept(_packet, self.msg.sender)

    @external
    def throw_away(self, _packet: int) -> None:
        self._must_keep(_packet)
        self._keeper_of[_packet] = NOBODY  # ok: A01
        self.Kept(_packet, NOBODY)

    @external
    def describe(self, _packet: int, _note: str) -> None:
        self._must_keep(_packet)
        self._note[_packet] = _note  # ok: A01
        self.Described(_packet, _note)

    # old seeds do not grow: whoever passes by may clear them away
    @external
    def clear_away(self, _packet: int) -> None:
        if self._keeper_of[_packet] is None or self.block_height <= self._good_until[_packet]:
            revert(f'{TAG}: no such packet, or still good')
        self._keeper_of.remove(_packet)  # ok: A01
        self.Kept(_packet, NOBODY)

    @external(readonly=True)
    def packet(self, _packet: int) -> str:
        return self._note[_packet]
