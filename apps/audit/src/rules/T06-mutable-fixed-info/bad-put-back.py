from iconservice import *

TAG = 'Nameplate'


class Engraver(InterfaceScore):
    @interface
    def engrave(self) -> None:
        pass


class Nameplate(IconScoreBase):
    """Something is put back, but not on every way, not the first name, or only after another contract has seen it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._name = VarDB('name', db, value_type=str)
        self._engraver = VarDB('engraver', db, value_type=Address)

    def on_install(self, _name: str, _engraver: Address) -> None:
        super().on_install()
        self._name.set(_name)
        self._engraver.set(_engraver)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return self._name.get()

    @external
    def sometimes(self, _name: str, _keep: bool) -> None:
        kept = self._name.get()
        self._name.set(_name)  # expect: T06
        if not _keep:
            self._name.set(kept)  # ok: T06

    @external
    def too_late(self, _name: str) -> None:
        self._name.set(_name)  # expect: T06
        kept = self._name.get()
        self._name.set(kept)  # expect: T06

    @external
    def seen(self, _name: str) -> None:
        kept = self._name.get()
        self._name.set(_name)  # expect: T06
        self.create_interface_score(self._engraver.get(), Engraver).engrave()
        self._name.set(kept)  # ok: T06
