from iconservice import *


class Stages(IconScoreBase):
    """Work that is paid for in stages; whoever orders it says what each stage costs."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._client = DictDB('client', db, value_type=Address)
        self._builder = DictDB('builder', db, value_type=Address)
        self._prices = DictDB('prices', db, value_type=str)
        self._price = DictDB('price', db, value_type=int, depth=2)
        self._stages = DictDB('stages', db, value_type=int)
        self._done = DictDB('done', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Ordered(self, number: int, total: int):
        pass

    def _take_number(self, builder: Address) -> int:
        number = self._count.get() + 1
        self._count.set(number)
        self._client[number] = self.msg.sender
        self._builder[number] = builder
        return number

    @payable
    @external
    def order(self, builder: Address, prices: str) -> None:
        stages = json_loads(prices)
        if not 0 < len(stages) <= 8:
            revert('one to eight stages')
        total = 0
        for price in stages:
            total += int(price)  # expect: N05
        if total != self.msg.value:
            revert('all stages are paid for at once')
        number = self._take_number(builder)
        self._prices[number] = json_dumps(stages)
        self._stages[number] = len(stages)
        self.Ordered(number, total)

    @payable
    @external
    def order_rows(self, builder: Address, plan: str) -> None:
        rows = json_loads(plan)
        if not 0 < len(rows) <= 8:
            revert('one to eight stages')
        for row in rows:
            if row['weeks'] < 1:
                revert('a stage takes a week at least')
        if sum(row['price'] for row in rows) > self.msg.value:  # expect: N05
            revert('all stages are paid for at once')
        number = self._take_number(builder)
        for place in range(len(rows)):
            self._price[number][place] = rows[place]['price']
        self._stages[number] = len(rows)

    @payable
    @external
    def order_listed(self, builder: Address, prices: str) -> None:
        stages = [int(piece) for piece in prices.split(',')]
        if len(stages) > 8:
            revert('eight stages at most')
        if min(stages) < 1:
            revert('each stage has a price')
        if sum(stages) != self.msg.value:  # ok: N05
            revert('all stages are paid for at once')
        number = self._take_number(builder)
        self._prices[number] = prices
        self._stages[number] = len(stages)

    @payable
    @external
    def order_checked(self, builder: Address, plan: str) -> None:
        rows = json_loads(plan)
        if len(rows) > 8 or any(row['price'] <= 0 for row in rows):
            revert('one to eight stages, each with a price')
        total = 0
        for row in rows:
            total += row['price']  # ok: N05
        if total != self.msg.value:
            revert('all stages are paid for at once')
        number = self._take_number(builder)
        self._prices[number] = json_dumps(rows)
        self._stages[number] = len(rows)

    @external
    def pay_next(self, number: int) -> None:
        if self._client[number] != self.msg.sender:
            revert('only the client pays')
        done = self._done[number]
        if done >= self._stages[number]:
            revert('all is paid')
        self._done[number] = done + 1
        price = self._price[number][done]
        if self._prices[number] != '':
            price = int(json_loads(self._prices[number])[done])
        self.icx.transfer(self._builder[number], price)
