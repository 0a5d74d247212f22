from iconservice import *

TAG = 'SchoolGrant'


class Grants(InterfaceScore):
    @interface
    def pay_grant(self, pupil: Address, amount: int) -> None:
        pass


class Pupil:
    def __init__(self, db: IconScoreDatabase, who: Address) -> None:
        self.granted = VarDB(f'granted_{who}', db, bool)
        self.marks = VarDB(f'marks_{who}', db, int)


class SchoolGrant(IconScoreBase):
    """The flag is set, the payment fails, the pupil can never ask again."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self.office = VarDB('office', db, Address)

    def on_install(self, office: Address) -> None:
        super().on_install()
        self.office.set(office)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Marked(self, pupil: Address, marks: int):
        pass

    @external
    def mark(self, pupil: Address, marks: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if marks <= 0 or marks > 100:
            revert('marks out of range')
        Pupil(self._db, pupil).marks.set(marks)
        self.Marked(pupil, marks)

    def _pay(self, pupil: Address, amount: int) -> bool:
        office = self.create_interface_score(self.office.get(), Grants)
        try:
            office.pay_grant(pupil, amount)
            return True
        except Exception:  # expect: F06
            return False

    @external
    def ask_grant(self) -> None:
        pupil = Pupil(self._db, self.msg.sender)
        if pupil.granted.get() or pupil.marks.get() < 80:
            revert('no grant')
        pupil.granted.set(True)
        self.Marked(self.msg.sender, pupil.marks.get())
        self._pay(self.msg.sender, pupil.marks.get() * 10)
