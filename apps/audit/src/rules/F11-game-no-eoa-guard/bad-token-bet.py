from iconservice import *

TAG = 'HorseTrack'


def people(fn):
	@wraps(fn)
	def inner(self, *args, **kwargs):
		if self.msg.sender != self.tx.origin:
			revert('people only')
		return fn(self, *args, **kwargs)
	return inner


class Drawing(IconScoreBase):
	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self.token = VarDB('token', db, Address)
		self.won = DictDB('won', db, int)

	def on_install(self, token: Address) -> None:
		super().on_install()
		self.token.set(token)

	def on_update(self) -> None:
		super().on_update()

	def draw(self, horses: int) -> int:
		return self.block_height % horses


class HorseTrack(Drawing):
	"""Bets come with tokens: the sender is the token, the player is _from, and nobody asks what that is."""

	@eventlog(indexed=1)
	def Race(self, player: Address, winner: int):
		pass

	@external
	def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:  # expect: F11
		if self.msg.sender != self.token.get() or _value <= 0:
			revert('bet with the token')
		winner = self.draw(8)
		self.Race(_from, winner)
		if winner == int.from_bytes(_data, 'big'):
			self.won[_from] += _value * 7

	@external
	@people
	def free_race(self, horse: int) -> None:  # ok: F11
		winner = self.draw(8)
		self.Race(self.msg.sender, winner)
		if winner == horse:
			self.won[self.msg.sender] += 1

	@external(readonly=True)
	def won_by(self, player: Address) -> int:
		return self.won[player]
