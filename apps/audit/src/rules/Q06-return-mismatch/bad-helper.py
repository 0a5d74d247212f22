from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, sha3_256


def as_text(amount: int) -> str:
    return f'{amount // 10 ** 18} ICX'


class Vaccinations(object):
    """The containers of one clinic."""

    def __init__(self, prefix: str, db: IconScoreDatabase):
        self.doses = VarDB(f'{prefix}_doses', db, value_type=int)
        self.doctor = VarDB(f'{prefix}_doctor', db, value_type=Address)


class ClinicBase(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._clinic = Vaccinations('seoul', db)
        self._names = DictDB('names', db, value_type=str)

    def on_install(self, doctor: Address) -> None:
        super().on_install()
        self._clinic.doctor.set(doctor)

    def on_update(self) -> None:
        super().on_update()

    @property
    def doses(self) -> int:
        return self._clinic.doses.get()

    def _summary(self) -> dict:
        return {'doses': self.doses, 'doctor': self._clinic.doctor.get()}


class Clinic(ClinicBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self, doctor: Address) -> None:
        super().on_install(doctor)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def summary(self) -> str:
        return self._summary()  # expect: Q06

    @external(readonly=True)
    def doses_given(self) -> bytes:
        given = self.doses
        return given  # expect: Q06

    @external(readonly=True)
    def price(self, amount: int) -> int:
        text = as_text(amount)
        return text  # expect: Q06

    @external(readonly=True)
    def fingerprint(self, name: str) -> str:
        digest = sha3_256(name.encode('utf-8'))
        return digest if len(name) > 0 else b''  # expect: Q06

    @external(readonly=True)
    def doctors(self) -> list:
        return self._clinic.doctor.get(), self.owner  # expect: Q06
