from iconservice import *
from iconservice import external as api


def while_public(func):
    @wraps(func)
    def inner(self, *args, **kwargs):
        if not self.is_public.get():
            revert('not public')
        return func(self, *args, **kwargs)
    return inner


class Described(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.is_public = VarDB('is_public', db, value_type=bool)
        self.text = VarDB('text', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Published(self, public: bool):
        pass

    @api(readonly=True)
    @while_public
    def description(self):  # expect: L09
        return self.text.get()


class Gallery(Described):

    @api
    def publish(self, public: bool) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self.is_public.set(public)
        self.Published(public)

    @while_public
    @api(readonly=True)
    def summary(self,  # expect: L09
                prefix: str = ''):
        return {'text': prefix + self.text.get(), 'owner': self.owner}

    @api(readonly=True)
    def keeper(self) -> Address:
        return self.owner
