from iconservice import *

TAG = 'FerryRefund'


def once(fn):
	"""Lets the method run one time for each number."""
	@wraps(fn)
	def inner(self: object, number: int):
		if self.spent[number]:
			revert('FerryRefund: was done before')
		self.spent[number] = True
		return fn(self, number)
	return inner


class Numbered(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.spent = DictDB('spent', db, bool)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()


class FerryRefund(Numbered):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.passenger = DictDB('passenger', db, Address)
		self.paid = DictDB('paid', db, int)
		self.cancelled = DictDB('cancelled', db, bool)
		self.count = VarDB('count', db, int)

	@eventlog(indexed=1)
	def Booked(self, number: int, passenger: Address):
		pass

	@eventlog(indexed=1)
	def Cancelled(self, number: int):
		pass

	@eventlog(indexed=1)
	def Refunded(self, number: int, amount: int):
		pass

	@external
	@payable
	def book(self) -> None:
		if self.msg.value <= 0:
			revert('FerryRefund: pay the fare')
		number = self.count.get() + 1
		self.count.set(number)
		self.passenger[number] = self.msg.sender
		self.paid[number] = self.msg.value
		self.Booked(number, self.msg.sender)

	@external
	def cancel(self, number: int) -> None:
		if self.msg.sender != self.owner:
			revert('FerryRefund: only the owner')
		self.cancelled[number] = True
		self.Cancelled(number)

	# anyone may turn it: the money goes to the passenger
	@external
	@once
	def claim_refund(self, number: int) -> None:
		if not self.cancelled[number] or self.paid[number] <= 0:
			revert('FerryRefund: nothing to refund')
		self.Refunded(number, self.paid[number])
		self.icx.transfer(self.passenger[number], self.paid[number])  # ok: A08, F13

	@external(readonly=True)
	def passenger_of(self, number: int) -> Address:
		return self.passenger[number]
