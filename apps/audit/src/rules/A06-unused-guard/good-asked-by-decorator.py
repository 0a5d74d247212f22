from iconservice import *


def only_registrar(func):
    @wraps(func)
    def __wrapper(self, *args, **kwargs):
        if self.msg.sender != self._registrar.get():
            revert('registrar only')
        return func(self, *args, **kwargs)

    return __wrapper


class Deeds(IconScoreBase):
    """The method is left over from the time before the decorator, which stands where it is due."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._registrar = VarDB('registrar', db, value_type=Address)
        self._holder = DictDB('holder', db, value_type=Address)

    def on_install(self, _registrar: Address) -> None:
        super().on_install()
        self._registrar.set(_registrar)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Registered(self, deed: int, holder: Address):
        pass

    def _only_registrar(self) -> None:  # expect: A06 as info
        if self.msg.sender != self._registrar.get():
            revert('registrar only')

    @external
    @only_registrar
    def register(self, _deed: int, _holder: Address) -> None:
        self._holder[_deed] = _holder
        self.Registered(_deed, _holder)
