from iconservice import IconScoreBase, IconScoreDatabase, IconScoreException, DictDB, Address, external, eventlog, revert


class Booking:

    def __init__(self, guest: Address, nights: int) -> None:
        self.guest = guest
        self.nights = nights


def fail(reason: str, detail: object) -> None:
    raise IconScoreException('%s (%s)' % (reason, detail))  # expect: D11


class Inn(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.nights_of = DictDB('nights_of', db, value_type=int)
        self.note_of = DictDB('note_of', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Booked(self, guest: Address, note: str):
        pass

    def is_free(self, nights: int) -> bool:
        return nights <= 14

    @external
    def book(self, nights: int) -> None:
        booking = Booking(self.msg.sender, nights)
        if nights <= 0:
            fail('no nights', booking)
        if not self.is_free(nights):
            revert('not free, see {}'.format(self.is_free))  # expect: D11
        self.nights_of[booking.guest] = nights
        self.note_of[booking.guest] = f'{booking}'  # expect: D11
        self.Booked(booking.guest, str(booking))  # expect: D11

    @external(readonly=True)
    def handles(self) -> str:
        return 'stored in {}'.format(self.nights_of)  # expect: D11
