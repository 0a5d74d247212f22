from iconservice import IconScoreBase, IconScoreDatabase, VarDB, external, revert, eventlog


class Titled(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.text = VarDB('text', db, value_type=str)

    def on_install(self, text: str) -> None:
        super().on_install()
        if len(text) > 40:
            revert('too long')
        self.text.set(text)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def title(self) -> str:
        return self.text.get()


class Poster(Titled):  # expect: L12

    @eventlog
    def Printed(self, copies: int):
        pass

    def on_install(self, text: str, copies: int) -> None:
        super().on_install(text)
        if copies <= 0:
            revert('at least one copy')
        self.Printed(copies)

    def title(self) -> str:
        return 'Poster: ' + super().title()
