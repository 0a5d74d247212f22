from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert
from iconservice import *

TAG = 'SeedBank'


def curator_only(f):
	@wraps(f)
	def w(self, *a, **k):
		if self.msg.sender != self.curator.get():
			revert('curator only')
		return f(self, *a, **k)
	return w


def auditor_only(f):  # expect: A06
	@wraps(f)
	def w(self, *a, **k):
		if self.msg.sender != self.auditor.get():
			revert('auditor only')
		return f(self, *a, **k)
	return w


class Banked(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.curator = VarDB('curator', db, Address)
		self.auditor = VarDB('auditor', db, Address)

	def on_install(self, curator: Address, auditor: Address) -> None:
		super().on_install()
		self.curator.set(curator)
		self.auditor.set(auditor)

	def on_update(self) -> None:
		super().on_update()


class SeedBank(Banked):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.seeds = DictDB('seeds', db, int)
		self.sealed = DictDB('sealed', db, bool)

	@eventlog(indexed=1)
	def Stored(self, kind: int, grams: int):
		pass

	@eventlog(indexed=1)
	def Sealed(self, kind: int):
		pass

	@external
	@curator_only
	def store(self, kind: int, grams: int) -> None:
		if grams <= 0 or self.sealed[kind]:
			revert('cannot store')
		self.seeds[kind] += grams
		self.Stored(kind, grams)

	# meant for the auditor
	@external
	def seal(self, kind: int) -> None:
		self.sealed[kind] = True
		self.Sealed(kind)
