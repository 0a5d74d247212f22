from iconservice import *

TAG = 'Stalls'


def only_open(method):
	@wraps(method)
	def checked(self, *args, **kwargs):
		if not self._is_open.get():
			revert('the market is closed')
		return method(self, *args, **kwargs)
	return checked


class Stalls(IconScoreBase):

	@eventlog(indexed=1)
	def Listed(self, item: int, price: int):
		pass

	@eventlog(indexed=1)
	def Sold(self, item: int, buyer: Address):
		pass

	@eventlog
	def Opened(self, is_open: bool):
		pass

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._is_open = VarDB('is_open', db, bool)
		self._count = VarDB('count', db, int)
		self._credit = DictDB('credit', db, int)
		self._price = DictDB('price', db, int)
		self._seller = DictDB('seller', db, Address)
		self._spent_today = DictDB('spent_today', db, int, depth=2)

	def on_install(self) -> None:
		super().on_install()
		self._is_open.set(True)

	@external
	def set_open(self, is_open: bool):
		if self.msg.sender != self.owner:
			revert('owner only')
		self._is_open.set(is_open)
		self.Opened(is_open)

	@external(readonly=True)
	def credit_of(self, account: Address) -> int:
		return self._credit[account]

	@external
	@only_open
	def offer(self, price: int, advert: int):
		if price > 10 ** 21 or advert > self._credit[self.msg.sender]:
			revert('too expensive')
		item = self._count.get() + 1
		self._count.set(item)
		self._price[item] = price  # expect: N05
		self._seller[item] = self.msg.sender
		self._credit[self.msg.sender] -= advert  # expect: N05
		self.Listed(item, price)

	@only_open
	@external
	def buy(self, item: int):
		seller = self._seller[item]
		if seller is None:
			revert('no such item')
		price = self._price[item]
		if self._credit[self.msg.sender] < price:
			revert('not enough credit')
		self._seller[item] = self.msg.sender
		self._credit[self.msg.sender] -= price
		self._credit[seller] += price
		self.Sold(item, self.msg.sender)

	@external
	@only_open
	def tip(self, seller: Address, amount: int):
		day = self.block_height // 43200
		if self._spent_today[self.msg.sender][day] + amount > 100:  # expect: N05
			revert('daily limit')
		if not amount or amount > self._credit[self.msg.sender]:
			revert('not enough credit')
		self._spent_today[self.msg.sender][day] += amount
		self._credit[self.msg.sender] -= amount
		self._credit[seller] += amount
