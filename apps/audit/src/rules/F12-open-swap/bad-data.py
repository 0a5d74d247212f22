from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, external, interface, eventlog, revert, json_dumps

TAG = 'BuyBack'


class Irc2(InterfaceScore):
	@interface
	def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
		pass

	@interface
	def balanceOf(self, _owner: Address) -> int:
		pass


class Trading(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.dex = VarDB('dex', db, Address)
		self.coin = VarDB('coin', db, Address)
		self.target = VarDB('target', db, Address)

	def on_install(self, dex: Address, coin: Address, target: Address) -> None:
		super().on_install()
		self.dex.set(dex)
		self.coin.set(coin)
		self.target.set(target)

	def on_update(self) -> None:
		super().on_update()

	def _order(self, least: int) -> bytes:
		params = {'toToken': str(self.target.get()), 'minimumReceive': least}
		return json_dumps({'method': '_swap', 'params': params}).encode('utf-8')

	def _trade(self, amount: int, data: bytes) -> None:
		coin = self.create_interface_score(self.coin.get(), Irc2)
		coin.transfer(self.dex.get(), amount, data)


class BuyBack(Trading):
	"""The swap is a token transfer with an order in its data; the least amount is 0."""

	@eventlog(indexed=1)
	def Bought(self, amount: int):
		pass

	@external
	def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
		if self.msg.sender != self.coin.get() and self.msg.sender != self.target.get():
			revert('another token')

	@external
	def buy_back(self) -> None:
		coin = self.create_interface_score(self.coin.get(), Irc2)
		amount = coin.balanceOf(self.address)
		if amount <= 0:
			revert('no coins')
		self.Bought(amount)
		self._trade(amount, self._order(0))  # expect: F12
