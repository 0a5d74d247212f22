from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, eventlog, revert


class Order:

    def __init__(self, maker: Address, amount: int) -> None:
        self.maker = maker
        self.amount = amount

    def __hash__(self) -> int:
        return hash((self.maker, self.amount))  # expect: D06

    def number(self) -> int:
        return abs(self.__hash__())


def receipt_of(order: Order) -> str:
    return 'receipt-%d' % id(order)  # expect: D06


class OrderBook(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.amounts = DictDB('amounts', db, value_type=int)
        self.last_receipt = VarDB('last_receipt', db, value_type=str)
        self.bucket_of = DictDB('bucket_of', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Placed(self, number: int, receipt: str):
        pass

    @external
    def place(self, amount: int) -> None:
        if amount <= 0:
            revert('amount must be positive')
        order = Order(self.msg.sender, amount)
        receipt = receipt_of(order)
        self.amounts[order.number()] = amount
        self.bucket_of[self.msg.sender] = hash(amount) % 8  # expect: D06
        self.last_receipt.set(receipt)
        self.Placed(order.number(), receipt)

    @external(readonly=True)
    def bucket(self, maker: Address) -> int:
        return self.bucket_of[maker]
