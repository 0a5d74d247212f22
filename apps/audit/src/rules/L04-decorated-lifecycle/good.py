from iconservice import *

TAG = 'Ledger'


def only_owner(func):
    @wraps(func)
    def inner(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('Ledger: only the owner')
        return func(self, *args, **kwargs)
    return inner


class Steps:
    """No contract: a list of what each version changed."""

    @staticmethod
    def on_update(old: int, new: int) -> int:  # ok: L04
        return new - old


class Ledger(IconScoreBase):

    @eventlog
    def TitleSet(self, title: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:  # ok: L04
        super().__init__(db)
        self._title = VarDB('title', db, value_type=str)
        self._schema = VarDB('schema', db, value_type=int)

    def on_install(self) -> None:  # ok: L04
        super().on_install()
        self._schema.set(1)

    def on_update(self) -> None:  # ok: L04
        super().on_update()
        if Steps.on_update(self._schema.get(), 2) > 0:
            self._schema.set(2)

    @property
    def schema(self) -> int:
        return self._schema.get()

    @external
    @only_owner
    def onUpdate(self, _title: str) -> None:  # ok: L04
        if len(_title) > 60:
            revert('Ledger: too long')
        self._title.set(_title)
        self.TitleSet(_title)

    @external(readonly=True)
    def summary(self) -> str:
        return f'{self._title.get()} (schema {self.schema})'
