import iconservice as icon  # ok: D01


class Counter(icon.IconScoreBase):

    def __init__(self, db: icon.IconScoreDatabase) -> None:
        super().__init__(db)
        self._visits = icon.DictDB('visits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @icon.external
    def visit(self) -> None:
        self._visits[self.msg.sender] += 1

    @icon.external(readonly=True)
    def visits(self, _account: icon.Address) -> int:
        return self._visits[_account]
