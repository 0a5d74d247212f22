from iconservice import *

TAG = 'Membership'


class Hooks:
    """No contract: what it takes is its own affair."""

    def on_update(self, **kwargs) -> int:  # ok: L03
        return len(kwargs)


class Membership(IconScoreBase):

    def __init__(self, db):  # ok: L03
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._keeper = VarDB('keeper', db, value_type=Address)
        self._label = VarDB('label', db, value_type=str)
        self._open = VarDB('open', db, value_type=bool)
        self._proof = VarDB('proof', db, value_type=bytes)

    def on_install(self, _fee: int, _keeper: 'Address', _label: str = 'club',  # ok: L03
                   _open: bool = True, _proof: bytes = None):
        super().on_install()
        if _fee <= 0 or len(_label) > 20:
            revert('Membership: fee must be positive, label short')
        self._fee.set(_fee)
        self._keeper.set(_keeper)
        self._label.set(_label)
        self._open.set(_open)
        if _proof is not None:
            self._proof.set(_proof)

    def on_update(self) -> None:  # ok: L03
        super().on_update()

    def _summary(self, **parts) -> dict:
        return parts

    @external(readonly=True)
    def summary(self) -> dict:
        hooks = Hooks().on_update(fee=1, label=2)
        return self._summary(fee=self._fee.get(), label=self._label.get(), open=self._open.get(), hooks=hooks)

    @external(readonly=True)
    def keeper(self) -> Address:
        return self._keeper.get()

    @external(readonly=True)
    def proof(self) -> bytes:
        return self._proof.get()
