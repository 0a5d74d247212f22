from iconservice import IconScoreBase, IconScoreDatabase, VarDB, Address, external, revert


class Named(IconScoreBase):

    def __init__(self, db):
        super().__init__(db)
        self.label = VarDB('label', db, value_type=str)
        self.keeper = VarDB('keeper', db, value_type=Address)

    def on_install(self, label, keeper: Address, *rest):  # expect: L03
        super().on_install()
        if len(label) > 20:
            revert('label too long')
        self.label.set(label)
        self.keeper.set(keeper)

    def on_update(self, *, keep: bool = True) -> None:  # expect: L03
        super().on_update()


class Depot(Named):

    def __init__(self, db):
        super().__init__(db)
        self.first_box = VarDB('first_box', db, value_type=int)

    def on_install(self,  # expect: L03
                   label: str,
                   keeper: Address,
                   boxes: dict) -> None:
        super().on_install(label, keeper)
        self.first_box.set(boxes['first'])

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def get_label(self) -> str:
        return self.label.get()

    @external(readonly=True)
    def get_keeper(self) -> Address:
        return self.keeper.get()
