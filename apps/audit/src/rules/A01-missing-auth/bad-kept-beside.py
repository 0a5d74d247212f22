from iconservice import *

TAG = 'Berths'

SEASON = 3_888_000


class Berth:
    """Whatever is kept of one berth, below its name."""

    def __init__(self, name: str, db: IconScoreDatabase):
        self.tenant = VarDB(f'{name}|tenant', db, value_type=Address)
        self.until = VarDB(f'{name}|until', db, value_type=int)
        self.pilot = VarDB(f'{name}|pilot', db, value_type=Address)
        self.flag = VarDB(f'{name}|flag', db, value_type=str)
        self.seal = VarDB(f'{name}|seal', db, value_type=bytes)
        self.word = VarDB(f'{name}|word', db, value_type=str)


class Berths(IconScoreBase):
    """Tenants of a berth say who pilots them in and which flag they show; one method forgets to ask for the tenant."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)

    def on_install(self, _price: int) -> None:
        super().on_install()
        self._price.set(_price)

    def on_update(self) -> None:
        super().on_update()

    def _for_tenant(self, berth: Berth) -> None:
        if berth.tenant.get() != self.msg.sender:
            revert(f'{TAG}: tenant only')

    @external
    @payable
    def rent(self, _name: str, _seal: bytes) -> None:
        berth = Berth(_name, self.db)
        if berth.until.get() > self.block_height or self.msg.value != self._price.get():
            revert(f'{TAG}: not free, or not the price')
        berth.tenant.set(self.msg.sender)
        berth.until.set(self.block_height + SEASON)
        berth.pilot.set(self.address)
        berth.flag.set('')
        berth.seal.set(_seal)
        berth.word.set('')

    @external
    def show_flag(self, _name: str, _flag: str) -> None:
        berth = Berth(_name, self.db)
        self._for_tenant(berth)
        berth.flag.set(_flag)  # ok: A01

    @external
    def sublet(self, _name: str, _to: Address) -> None:
        berth = Berth(_name, self.db)
        self._for_tenant(berth)
        berth.tenant.set(_to)  # ok: A01

    # that the season runs says nothing of who calls
    @external
    def set_pilot(self, _name: str, _pilot: Address) -> None:
        berth = Berth(_name, self.db)
        if berth.until.get() < self.block_height:
            revert(f'{TAG}: the season is over')
        berth.pilot.set(_pilot)  # expect: A01 as high

    # the tenant alone knows the word to the seal, and may send somebody with it
    @external
    def break_seal(self, _name: str, _word: str) -> None:
        berth = Berth(_name, self.db)
        if sha3_256(_word.encode()) != berth.seal.get():
            revert(f'{TAG}: not the word')
        berth.word.set(_word)  # ok: A01

    @external(readonly=True)
    def pilot_of(self, _name: str) -> Address:
        return Berth(_name, self.db).pilot.get()

    @external(readonly=True)
    def signs(self, _name: str) -> str:
        berth = Berth(_name, self.db)
        return f'{berth.flag.get()} {berth.word.get()}'
