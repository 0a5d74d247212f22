from iconservice import *

TAG = 'Tickets'


class Registry(InterfaceScore):
    @interface
    def rank(self, _account: Address) -> int:
        pass


class Tickets(IconScoreBase):

    @eventlog(indexed=1)
    def Issued(self, _number: int, _holder: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = VarDB('price', db, value_type=int)
        self._registry = VarDB('registry', db, value_type=Address)
        self._holder = DictDB('holder', db, value_type=Address)
        self._mark = DictDB('mark', db, value_type=bytes)
        self._seat = DictDB('seat', db, value_type=str)
        self._number = DictDB('number', db, value_type=int)
        self._waiting = ArrayDB('waiting', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self, _registry: Address = None) -> None:
        super().on_install()
        self._price.set(100)
        if _registry is not None:  # ok: S06
            self._registry.set(_registry)

    def on_update(self) -> None:
        super().on_update()
        if self._price.get() == 0:  # ok: S06
            self._price.set(100)

    @external(readonly=True)
    def price(self) -> int:
        return self._price.get()

    @external(readonly=True)
    def holder(self, _number: int) -> Address:
        if self._holder[_number] is None:  # ok: S06
            revert('No such ticket')
        return self._holder[_number]

    @external(readonly=True)
    def has_mark(self, _number: int) -> bool:
        return self._mark[_number] is not None  # ok: S06

    @external(readonly=True)
    def rank(self, _account: Address) -> int:
        address = self._registry.get()
        if address is None:  # ok: S06
            return 0
        rank = self.create_interface_score(address, Registry).rank(_account)
        return 0 if rank is None else rank  # ok: S06

    @external
    def issue(self, _seat: str, _options: str = None):
        if self._number[self.msg.sender] != 0:  # ok: S06
            revert('One ticket for each account')
        waiting = self._waiting.pop() if len(self._waiting) > 0 else None
        number = self._count.get() + 1 if waiting is None else waiting  # ok: S06
        options = json_loads(_options) if _options is not None else None  # ok: S06
        if options is not None and options.get('quiet') is not None:  # ok: S06
            self._mark[number] = b'quiet'
        self._seat[number] = _seat
        self._holder[number] = self.msg.sender
        self._number[self.msg.sender] = number
        self._count.set(max(number, self._count.get()))
        self.Issued(number, self.msg.sender)

    @external
    def give_back(self):
        number = self._number[self.msg.sender]
        if not number:  # ok: S06
            revert('No ticket')
        self._waiting.put(number)
        del self._holder[number]
        self._number[self.msg.sender] = 0
        self.Issued(number, self.address)
