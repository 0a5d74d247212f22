from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, DictDB, VarDB, external, interface, eventlog, revert

TAG = 'Forecast'


class Oracle(InterfaceScore):
    @interface
    def height(self, river: str) -> int:
        pass


class Settings:

	def __init__(self, prefix: str, db: IconScoreDatabase) -> None:
		self.oracle = VarDB(f'{prefix}_oracle', db, Address)
		self.limit = DictDB(f'{prefix}_limit', db, int)


class Base(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._settings = Settings('forecast', db)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self, oracle: Address) -> None:
		super().on_update()
		self._migrate(oracle)

	def _migrate(self, oracle: Address) -> None:
		self._settings.oracle.set(oracle)  # expect: S10
		self._settings.limit['han'] = 12  # expect: S10


class Forecast(Base):

	@eventlog(indexed=1)
	def Alarm(self, river: str, height: int):
		pass

	@external
	def check(self, river: str) -> None:
		oracle = self.create_interface_score(self._settings.oracle.get(), Oracle)
		height = oracle.height(river)
		if height < self._settings.limit[river]:
			revert('no alarm')
		self.Alarm(river, height)
