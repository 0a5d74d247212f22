from iconservice import IconScoreBase, IconScoreDatabase, VarDB, external as api


class Titled(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.text = VarDB('text', db, value_type=str)

    def on_install(self, text: str) -> None:
        super().on_install()
        if len(text) > 40:
            text = text[:40]
        self.text.set(text)

    def on_update(self) -> None:
        super().on_update()

    @api(readonly=True)
    def title(self) -> str:
        return self.text.get()


class Poster(Titled):  # ok: L12

    @api(readonly=True)
    def title(self) -> str:
        return 'Poster: ' + super().title()
