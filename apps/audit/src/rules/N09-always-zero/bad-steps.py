from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, VarDB, external, eventlog, revert, sha3_256

TAG = 'Breeder'

GENES = 16


def low_gene(number: int) -> int:
    gene = number % GENES
    return gene // GENES  # expect: N09


class Animals(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._genes = DictDB('genes', db, value_type=int)
        self._keeper = DictDB('keeper', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    @external(readonly=True)
    def gene_of(self, animal: int) -> int:
        return self._genes[animal]

    @eventlog(indexed=1)
    def Born(self, animal: int, gene: int):
        pass


class Breeder(Animals):

    @external
    def register(self, name: str) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        number = int.from_bytes(sha3_256(name.encode()), 'big')
        animal = self._count.get() + 1
        self._count.set(animal)
        self._genes[animal] = low_gene(number)
        self._keeper[animal] = self.msg.sender
        self.Born(animal, self._genes[animal])

    @external(readonly=True)
    def strength(self, animal: int) -> int:
        part = self._genes[animal] % 100
        return int(part / 100)  # expect: N09

    @external(readonly=True)
    def speed(self, animal: int) -> int:
        capped = min(self._genes[animal], 9)
        if capped < 0:
            return 0
        return capped // 10  # expect: N09
