from iconservice import *
from iconservice.iconscore.icon_score_context import ContextContainer  # expect: D12


def convert(func):
    """Turns the texts of a caller into what the annotations ask for."""
    hints = func.__annotations__  # expect: D12

    @wraps(func)
    def inner(self, **kwargs):
        values = {name: hints[name](value) for name, value in kwargs.items()}
        return func(self, **values)
    return inner


def interface_of(names: list):
    def stub(self):
        pass
    methods = {name: interface(stub) for name in names}
    return type('Remote', (InterfaceScore,), methods)  # expect: D12


class Relay(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.target = VarDB('target', db, value_type=Address)

    def on_install(self, target: Address) -> None:
        super().on_install()
        self.target.set(target)

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Forwarded(self, amount: int):
        pass

    @external
    @convert
    def forward(self, amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if amount <= 0:
            revert('amount must be positive')
        remote = self.create_interface_score(self.target.get(), interface_of(['poke']))
        remote.poke()
        self.Forwarded(amount)

    @external
    def rename(self, field: str, value: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        setattr(self.target, field, value)  # expect: D12
        self.Forwarded(0)

    @external(readonly=True)
    def module_names(self) -> int:
        return len(self.forward.__globals__)  # expect: D12

    @external(readonly=True)
    def height(self) -> int:
        return ContextContainer._get_context().block.height  # expect: D12
