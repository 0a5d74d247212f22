from iconservice import *

TAG = 'Harbour'


class Named(InterfaceScore):

    @interface
    def name(self) -> str:
        pass


class Crane(Named):

    @interface
    def lift(self, _crate: int) -> bool:
        pass


class Harbour(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._crane = VarDB('crane', db, value_type=Address)
        self._lifted = DictDB('lifted', db, value_type=bool)

    def on_install(self, _crane: Address) -> None:
        super().on_install()
        self._crane.set(_crane)

    def on_update(self) -> None:
        super().on_update()

    @property
    def crane(self) -> Crane:
        return self.create_interface_score(self._crane.get(), Crane)

    @external(readonly=True)
    def crane_name(self) -> str:
        return self.crane.name()  # ok: L17

    @external
    def unload(self, _crate: int) -> None:
        if self._lifted[_crate]:
            revert('lifted before')
        self._lifted[_crate] = True
        self.crane.icx(0).lift(_crate)  # ok: L17
        self.crane.lower(_crate)  # expect: L17
        if not self.crane.lfit(_crate):  # expect: L17
            revert('too heavy')

    @external
    def swing(self, _far: bool) -> None:
        self.arm = self.create_interface_score(self._crane.get(), Crane)
        if not self.arm.lift(0):  # ok: L17
            revert('nothing to swing')
        if _far:
            self.arm.swing()  # expect: L17
