from iconservice import *

TAG = 'StationClock'


class Watcher(InterfaceScore):
	@interface
	def on_tick(self, height: int) -> None:
		pass


class Ticking(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.watcher = VarDB('watcher', db, Address)

	def on_install(self, watcher: Address) -> None:
		super().on_install()
		self.watcher.set(watcher)

	def on_update(self) -> None:
		super().on_update()

	def _pay(self, to: Address, amount: int) -> None:
		self.icx.transfer(to, amount)

	def _tell(self) -> None:
		told = True
		try:
			watcher = self.create_interface_score(self.watcher.get(), Watcher)
			watcher.on_tick(self.block_height)
		except IconScoreException as e:  # expect: F05
			told = False
			Logger.warning(f'not told: {e}', TAG)


class StationClock(Ticking):
	@eventlog(indexed=1)
	def Ticked(self, height: int):
		pass

	@payable
	def fallback(self) -> None:
		if self.msg.value < 1000:
			revert('too little')

	# the transfer is in a helper, the try around the helper
	@external
	def tick(self) -> None:
		if self.msg.sender != self.owner:
			revert('owner only')
		self.Ticked(self.block_height)
		try:
			self._pay(self.owner, 1000)
		except BaseException:  # expect: F05
			self.Ticked(0)
		self._tell()
