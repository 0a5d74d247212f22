from iconservice import *

TAG = 'Sauna'


class Sauna(IconScoreBase):
    """Whoever pays the deposit heats the sauna for all, and says what a late guest pays."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._host = VarDB('host', db, value_type=str)
        self._state = DictDB('state', db, value_type=str)
        self._fines = DictDB('fines', db, value_type=int)
        self._minutes = VarDB('minutes', db, value_type=int)
        self._heat = VarDB('heat', db, value_type=int)
        self._lit = VarDB('lit', db, value_type=bool)
        self._until = VarDB('until', db, value_type=int)
        self._song = VarDB('song', db, value_type=int)
        self._wish = VarDB('wish', db, value_type=str)
        self._price = VarDB('price', db, value_type=int)
        self._guests = DictDB('guests', db, value_type=int)

    def on_install(self, host: str) -> None:
        super().on_install()
        self._host.set(host)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def heat_up(self, late: int, minutes: int) -> None:
        if self._state[self._host.get()] == 'BANNED':
            revert('Sauna: banned')
        if self.msg.value < 10 ** 18:
            revert('Sauna: the deposit is missing')
        self._state[self._host.get()] = 'IN'
        self._fines['late'] = late  # expect: A01
        self._minutes.set(minutes)  # expect: A01

    @external
    @payable
    def light(self, heat: int) -> None:
        if self._lit.get():
            revert('Sauna: it burns')
        self._lit.set(True)
        self._heat.set(heat)  # ok: A01

    @external
    @payable
    def sing(self, song: int) -> None:
        if self.block_height < self._until.get():
            revert('Sauna: somebody sings')
        self._until.set(self.block_height + 100)
        self._song.set(song)  # ok: A01

    @external
    @payable
    def wish(self, wish: str) -> None:
        self._wish.set(wish)  # ok: A01

    @external
    @payable
    def outbid(self, price: int) -> None:
        if self.msg.value < self._price.get() or price <= self._price.get():
            revert('Sauna: too little')
        self._price.set(price)  # ok: A01

    @external
    def come(self) -> None:
        self._guests[self.msg.sender] += self._heat.get() * self._minutes.get() + self._song.get()

    @external
    def come_late(self) -> None:
        self._guests[self.msg.sender] += self._fines['late'] * self._price.get()

    @external
    def go_out(self) -> None:
        if self.msg.sender != self.owner:
            revert('Sauna: only the owner')
        self._lit.set(False)
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))

    @external(readonly=True)
    def wished(self) -> str:
        return self._wish.get()
