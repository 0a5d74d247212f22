from iconservice import IconScoreBase, IconScoreDatabase, VarDB, external as api, eventlog, revert


def only_owner(func):
    def inner(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('only the owner')
        return func(self, *args, **kwargs)
    inner.__name__ = func.__name__
    inner.__qualname__ = func.__qualname__
    return inner


class Migrating(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.schema = VarDB('schema', db, value_type=int)

    @only_owner
    def on_install(self) -> None:  # expect: L04
        super().on_install()
        self.schema.set(1)

    @api
    @only_owner
    def on_update(self) -> None:  # expect: L04
        super().on_update()
        if self.schema.get() < 2:
            self.schema.set(2)


class Ledger(Migrating):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.title = VarDB('title', db, value_type=str)

    @eventlog
    def TitleSet(self, title: str):
        pass

    @api
    def set_title(self, title: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if len(title) > 60:
            revert('too long')
        self.title.set(title)
        self.TitleSet(title)

    @api(readonly=True)
    def get_title(self) -> str:
        return self.title.get()
