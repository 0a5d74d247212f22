from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert


class Kennel(IconScoreBase):
    """Names of dogs change; the name of the contract does not."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.title = VarDB('name', db, str)
        self.keeper = DictDB('keeper', db, Address)
        self.dog_name = DictDB('dog_name', db, str)
        self.price_decimals = VarDB('decimals', db, int)

    def on_install(self, title: str) -> None:
        super().on_install()
        self.title.set(title)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def DogNamed(self, dog: int, name: str):
        pass

    @eventlog
    def PriceDecimals(self, decimals: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return self.title.get()

    @external(readonly=True)
    def nameOf(self, dog: int) -> str:
        return self.dog_name[dog]

    @external(readonly=True)
    def priceDecimals(self) -> int:
        return self.price_decimals.get()

    @external
    def takeIn(self, dog: int, keeper: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self.keeper[dog] = keeper
        self.DogNamed(dog, '')

    @external
    def setName(self, dog: int, name: str) -> None:
        if self.msg.sender != self.keeper[dog]:
            revert('only the keeper')
        if len(name) > 30:
            revert('name is too long')
        self.dog_name[dog] = name  # ok: T06
        self.DogNamed(dog, name)

    @external
    def setPriceDecimals(self, decimals: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if decimals < 0 or decimals > 21:
            revert('decimals out of range')
        self.price_decimals.set(decimals)  # ok: T06
        self.PriceDecimals(decimals)
