from iconservice import *

TAG = 'Bakery'


class Order:
    """What one customer has ordered, below their own address."""

    def __init__(self, db: IconScoreDatabase, customer: Address) -> None:
        self._name = VarDB(f'name_{customer}', db, value_type=str)
        self._loaves = VarDB(f'loaves_{customer}', db, value_type=int)

    @property
    def name(self) -> str:
        return self._name.get()

    @property
    def loaves(self) -> int:
        return self._loaves.get()

    def begin(self, name: str, loaves: int) -> None:
        self._name.set(name)
        self._loaves.set(loaves)

    def add(self, loaves: int) -> None:
        self._loaves.set(self._loaves.get() + loaves)

    def forget(self) -> None:
        self._name.remove()
        self._loaves.remove()


class Bakery(IconScoreBase):
    PRICE = 3 * 10 ** 18
    MOST = 20

    @eventlog(indexed=1)
    def Baked(self, customer: Address, loaves: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self._queue = ArrayDB('queue', db, value_type=Address)
        self._fetched = DictDB('fetched', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def order(self) -> None:
        loaves = self.msg.value // self.PRICE
        if loaves * self.PRICE != self.msg.value or len(self._queue) >= self.MOST:
            revert('not now')
        order = Order(self._db, self.msg.sender)
        if order.name == '':
            order.begin(str(self.msg.sender), loaves)
            self._queue.put(self.msg.sender)
        else:
            order.add(loaves)
        self.Baked(self.msg.sender, 0)

    @external
    def bake(self) -> None:
        """Whoever likes may light the oven: each on the list gets what they have paid for."""
        while len(self._queue) > 0:
            customer = self._queue.pop()  # ok: A01
            order = Order(self._db, customer)
            loaves = order.loaves
            self._fetched[customer] += loaves
            order.forget()  # ok: A01
            self.Baked(customer, loaves)

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the baker')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))
        self.Baked(self.owner, 0)
