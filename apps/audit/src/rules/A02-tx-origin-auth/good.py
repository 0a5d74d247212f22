from iconservice import *

TAG = 'RaffleDesk'


class RaffleDesk(IconScoreBase):
    """tx.origin in an event, and to refuse contracts: no right depends on it."""

    _TICKETS = 'tickets'
    _NOTE = 'note'

    @eventlog(indexed=2)
    def TicketBought(self, _buyer: Address, _origin: Address):
        pass

    @eventlog(indexed=1)
    def NoteChanged(self, _height: int):
        pass

    @eventlog(indexed=1)
    def Collected(self, _owner: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tickets = DictDB(self._TICKETS, db, int)
        self._note = VarDB(self._NOTE, db, str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def buyTicket(self) -> None:
        if self.msg.sender != self.tx.origin:  # ok: A02
            revert('RaffleDesk: no contracts')
        if self.msg.value != 10 ** 18:
            revert('RaffleDesk: a ticket costs 1 ICX')
        self._tickets[self.msg.sender] += 1
        self.TicketBought(self.msg.sender, self.tx.origin)  # ok: A02

    @external
    def setNote(self, _note: str) -> None:
        if self.msg.sender != self.owner:
            revert('RaffleDesk: only the owner')
        if len(_note) > 200:
            revert('RaffleDesk: note too long')
        self._note.set(_note)
        self.NoteChanged(self.block_height)

    @external
    def collect(self) -> None:
        if self.msg.sender != self.owner:
            revert('RaffleDesk: only the owner')
        amount = self.icx.get_balance(self.address)
        self.Collected(self.owner, amount)
        self.icx.transfer(self.owner, amount)

    @external(readonly=True)
    def ticketsOf(self, _buyer: Address) -> int:
        return self._tickets[_buyer]
