from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB, external, interface, eventlog, revert

TAG = 'BakeryFund'


class Irc2(InterfaceScore):
	@interface
	def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
		pass

	@interface
	def balanceOf(self, _owner: Address) -> int:
		pass


class Minter(InterfaceScore):
	@interface
	def mint_to(self, account: Address, amount: int) -> None:
		pass


class BakeryFund(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.flour = VarDB('flour', db, Address)
		self.coupons = VarDB('coupons', db, Address)
		self.donated = DictDB('donated', db, int)

	def on_install(self, flour: Address, coupons: Address) -> None:
		super().on_install()
		self.flour.set(flour)
		self.coupons.set(coupons)

	def on_update(self) -> None:
		super().on_update()

	@property
	def token(self) -> Irc2:
		return self.create_interface_score(self.flour.get(), Irc2)

	@eventlog(indexed=1)
	def Donated(self, account: Address, amount: int):
		pass

	@eventlog(indexed=1)
	def Moved(self, to: Address, amount: int):
		pass

	@external
	def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
		if self.msg.sender != self.flour.get() or _value <= 0:
			revert('flour only')
		self.donated[_from] += _value
		self.Donated(_from, _value)

	@external
	def move(self, to: Address, amount: int) -> None:
		if amount <= 0:
			revert('bad amount')
		self.Moved(to, amount)
		self.token.transfer(to, amount)  # expect: A08

	@external
	def coupon(self, amount: int) -> None:
		if amount <= 0:
			revert('bad amount')
		self.Moved(self.msg.sender, amount)
		minter = self.create_interface_score(self.coupons.get(), Minter)
		minter.mint_to(self.msg.sender, amount)  # expect: A08

	# a donor of one gram passes the check and takes a tonne
	@external
	def take_back(self, amount: int) -> None:
		if self.donated[self.msg.sender] <= 0 or amount <= 0:
			revert('donors only')
		self.Moved(self.msg.sender, amount)
		self.token.transfer(self.msg.sender, amount)  # todo expect: A08
