from iconservice import *

MAX_TERMS = 2000


class Notary(IconScoreBase):

    @eventlog(indexed=1)
    def TermsSet(self, _by: Address, _level: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._terms = VarDB('terms', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _level(self, _size: int) -> int:
        if _size < 100:
            return 0
        elif _size < 1000:
            return 1
        return 2  # ok: Q05

    @external(readonly=True)
    def terms(self) -> str:
        return self._terms.get()

    @external
    def setTerms(self, _terms: str) -> None:
        if self.msg.sender != self.owner:
            revert('Notary: owner only')
        if len(_terms) > MAX_TERMS:
            revert('Notary: the terms are too long')
        try:
            parsed = json_loads(_terms)
        except ValueError:
            revert('Notary: the terms are not JSON')
        if not isinstance(parsed, dict):  # ok: Q05
            revert('Notary: the terms must be an object')
        self._terms.set(_terms)
        self.TermsSet(self.msg.sender, self._level(len(_terms)))
