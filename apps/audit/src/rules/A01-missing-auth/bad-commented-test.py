from iconservice import *

TAG = 'TideBoard'


class Gauge(InterfaceScore):
    @interface
    def read(self, _signed: bytes) -> int:
        pass


class TideBoard(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._gauge = VarDB('gauge', db, value_type=Address)
        self._height = VarDB('height', db, value_type=int)
        self._noted = DictDB('noted', db, value_type=int)

    def on_install(self, _gauge: Address) -> None:
        super().on_install()
        self._gauge.set(_gauge)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def height(self) -> int:
        return self._height.get()

    @external
    def put_up(self, _signed: bytes) -> None:
        # if self.msg.sender != self.owner:
        #     revert(f'{TAG}: the harbour master only')
        gauge = self.create_interface_score(self._gauge.get(), Gauge)
        self._height.set(gauge.read(_signed))  # expect: A01 as high

    # everybody for themselves
    @external
    def note(self) -> None:
        # if self.msg.sender == self.owner: a second note would do
        self._noted[self.msg.sender] = self._height.get()  # ok: A01

    # asked elsewhere now
    @external
    def reset(self) -> None:
        # if self.msg.sender != self.owner:
        self._check_master()
        self._height.set(0)  # ok: A01

    def _check_master(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the harbour master only')
