from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, ArrayDB, DictDB, VarDB
from iconservice import external, payable, interface, eventlog, revert

TAG = 'PaperRound'

BATCH = 20


class Irc2(InterfaceScore):
	@interface
	def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
		pass


class Wages(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.token = VarDB('token', db, Address)
		self.carriers = ArrayDB('carriers', db, Address)
		self.earned = DictDB('earned', db, int)
		self.owed = DictDB('owed', db, int)
		self.at = VarDB('at', db, int)

	def on_install(self, token: Address) -> None:
		super().on_install()
		self.token.set(token)

	def on_update(self) -> None:
		super().on_update()

	def _pay_one(self, who: Address) -> None:
		amount = self.earned[who]
		self.earned[who] = 0
		if amount > 0:
			self.create_interface_score(self.token.get(), Irc2).transfer(who, amount)

	def _pay_icx(self, who: Address) -> None:
		amount = self.earned[who]
		self.earned[who] = 0
		if not self.icx.send(who, amount):  # ok: F09
			self.owed[who] += amount


class PaperRound(Wages):
	"""One carrier whose contract refuses stops the wages of all."""

	@eventlog(indexed=1)
	def WagesPaid(self, upto: int):
		pass

	@external
	def hire(self, who: Address) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		self.carriers.put(who)

	@payable
	@external
	def pay_all(self) -> None:
		if self.msg.sender != self.owner or self.msg.value <= 0:
			revert('owner only')
		start = self.at.get()
		stop = min(start + BATCH, len(self.carriers))
		self.at.set(stop)
		self.WagesPaid(stop)
		while start < stop:
			self._pay_one(self.carriers[start])  # expect: F09
			start += 1

	@external
	def pay_all_gently(self) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		self.WagesPaid(0)
		for i in range(min(BATCH, len(self.carriers))):
			self._pay_icx(self.carriers[i])
