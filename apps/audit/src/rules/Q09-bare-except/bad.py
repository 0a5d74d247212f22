from iconservice import *

TAG = 'Forms'
MAX_TEXT = 1000


class Forms(IconScoreBase):
    """Collects filled-in forms (JSON text) of applicants."""

    @eventlog(indexed=1)
    def Filed(self, _applicant: Address, _age: int):
        pass

    @eventlog(indexed=1)
    def ContactSet(self, _contact: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._age = DictDB('age', db, value_type=int)
        self._contact = VarDB('contact', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def age(self, _applicant: Address) -> int:
        return self._age[_applicant]

    @external(readonly=True)
    def looksValid(self, _form: str) -> bool:
        try:
            form = json_loads(_form)
            return isinstance(form['age'], int)
        except:  # expect: Q09
            return False

    @external
    def fileForm(self, _form: str) -> None:
        if len(_form) > MAX_TEXT:
            revert('Forms: too long')
        age = 0
        try:
            form = json_loads(_form)
            if form['age'] < 18:
                revert('Forms: only adults can apply')
            age = form['age']
        except BaseException:  # expect: Q09
            age = 18
        self._age[self.msg.sender] = age
        self.Filed(self.msg.sender, age)

    @external
    def setContact(self, _contact: str) -> None:
        if self.msg.sender != self.owner:
            revert('Forms: owner only')
        try:
            contact = Address.from_string(_contact)
        except:  # expect: Q09
            contact = self.owner
        self._contact.set(contact)
        self.ContactSet(contact)
