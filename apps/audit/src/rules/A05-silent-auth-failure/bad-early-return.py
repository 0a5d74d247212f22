from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog
from iconservice import *

TAG = 'PumpHouse'


def keeper_only(fn):
	"""Runs the method for the keeper, and does nothing for the rest."""
	@wraps(fn)
	def run(self, *args, **kwargs):
		if self.is_keeper(self.msg.sender):  # expect: A05
			fn(self, *args, **kwargs)
	return run


class PumpHouse(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.keepers = DictDB('keepers', db, bool)
		self.running = VarDB('running', db, bool)
		self.pressure = VarDB('pressure', db, int)

	def on_install(self) -> None:
		super().on_install()
		self.keepers[self.owner] = True

	def on_update(self) -> None:
		super().on_update()

	def is_keeper(self, who: Address) -> bool:
		return self.keepers[who]

	@eventlog
	def Started(self):
		pass

	@eventlog(indexed=1)
	def PressureSet(self, bar: int):
		pass

	@external
	@keeper_only
	def start(self) -> None:
		self.running.set(True)
		self.Started()

	@external
	def set_pressure(self, bar: int) -> None:
		caller = self.msg.sender
		if not self.is_keeper(caller):  # expect: A05
			return
		if bar <= 0 or bar > 12:
			revert('pressure out of range')
		self.pressure.set(bar)
		self.PressureSet(bar)
