from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, payable, revert
from iconservice import *

TAG = 'OrePool'


def director_only(method):
	@wraps(method)
	def checked(self, *args, **kwargs):
		if self.msg.sender != self.director.get():
			revert('OrePool: director only')
		return method(self, *args, **kwargs)

	return checked


def when_open(method):
	@wraps(method)
	def checked(self, *args, **kwargs):
		if self.closed.get():
			revert('OrePool: closed')
		return method(self, *args, **kwargs)

	return checked


class OrePool(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.director = VarDB('director', db, Address)
		self.closed = VarDB('closed', db, bool)
		self.commission = VarDB('commission', db, int)

	def on_install(self) -> None:
		super().on_install()
		self.director.set(self.msg.sender)

	def on_update(self) -> None:
		super().on_update()

	@eventlog(indexed=1)
	def CommissionSet(self, permille: int):
		pass

	@eventlog
	def Closed(self):
		pass

	@eventlog
	def Reopened(self):
		pass

	@director_only
	@external
	def close(self) -> None:
		self.closed.set(True)  # ok: A01
		self.Closed()

	@external
	def reopen(self) -> None:
		self.closed.set(False)  # expect: A01
		self.Reopened()

	# when_open looks like a guard but says nothing of the caller
	@external
	@when_open
	def set_commission(self, permille: int) -> None:
		if permille < 0 or permille > 100:
			revert('OrePool: out of range')
		self.commission.set(permille)  # expect: A01
		self.CommissionSet(permille)

	@external
	@director_only
	def reset_commission(self) -> None:
		self.commission.set(0)  # ok: A01
		self.CommissionSet(0)
