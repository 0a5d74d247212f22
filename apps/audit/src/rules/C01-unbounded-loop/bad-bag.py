from iconservice import *

TAG = 'Auctions'


class Queue:
	"""A first-in first-out list in storage."""

	def __init__(self, prefix: str, db: IconScoreDatabase) -> None:
		self._items = ArrayDB(f'{prefix}_items', db, value_type=int)
		self._head = VarDB(f'{prefix}_head', db, value_type=int)

	def total(self) -> int:
		total = 0
		for position in range(self._head.get(), len(self._items)):  # expect: C01
			total += self._items[position]
		return total

	def put(self, item: int) -> None:
		self._items.put(item)


class Auctions(IconScoreBase):

	@property
	def _bids(self) -> ArrayDB:
		return ArrayDB('bids', self.db, value_type=int)

	@eventlog(indexed=1)
	def Bid(self, account: Address, amount: int):
		pass

	@eventlog
	def Settled(self, highest: int):
		pass

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._queue = Queue('queue', db)
		self._open = VarDB('open', db, value_type=bool)

	def on_install(self) -> None:
		super().on_install()
		self._open.set(True)

	@external
	def bid(self, amount: int) -> None:
		if not self._open.get() or amount <= 0:
			revert('no bids now')
		bids = self._bids
		place = 0
		while place < len(bids) and bids[place] > amount:  # expect: C01
			place += 1
		bids.put(amount)
		self._queue.put(place)
		self.Bid(self.msg.sender, amount)

	@external
	def settle(self) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		highest = max(bid for bid in self._bids)  # expect: C01
		self._open.set(False)
		self.Settled(highest + self._queue.total())
