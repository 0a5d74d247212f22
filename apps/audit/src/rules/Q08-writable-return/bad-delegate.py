from iconservice import IconScoreBase, IconScoreDatabase, DictDB, VarDB, Address, external, eventlog, revert


class TaskStore(object):

    def __init__(self, prefix: str, db: IconScoreDatabase):
        self._state = DictDB(f'{prefix}_state', db, value_type=str)
        self._last = VarDB(f'{prefix}_last', db, value_type=int)

    def create(self) -> int:
        task = self._last.get() + 1
        self._last.set(task)
        self._state[task] = 'open'
        return task

    def finish(self, task: int) -> bool:
        if self._state[task] != 'open':
            return False
        self._state[task] = 'done'
        return True


class TaskBoard(IconScoreBase):

	@eventlog(indexed=1)
	def Created(self, by: Address):
		pass

	@eventlog(indexed=1)
	def Finished(self, task: int):
		pass

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._tasks = TaskStore('board', db)

	def on_install(self) -> None:
		super().on_install()

	def on_update(self) -> None:
		super().on_update()

	def _check_owner(self) -> None:
		if self.msg.sender != self.owner:
			revert('board: owner only')

	def _create(self) -> int:
		self.Created(self.msg.sender)
		return self._tasks.create()

	@external
	def create(self):
		self._check_owner()
		return self._create()  # expect: Q08

	@external()
	def finish(self, task: int) -> str:
		self._check_owner()
		if not self._tasks.finish(task):
			revert('board: no such open task')
		self.Finished(task)
		message = f'task {task} is done'
		return message  # expect: Q08
