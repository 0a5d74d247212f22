from iconservice import *

TAG = 'Sluice'


class Basin(InterfaceScore):
    @interface
    def fill(self) -> None:
        pass


class Sluice(IconScoreBase):
    """What is kept here runs off with a call, to whichever basin was named last."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._basin = VarDB('basin', db, value_type=Address)
        self._mill = VarDB('mill', db, value_type=Address)

    def on_install(self, _mill: Address) -> None:
        super().on_install()
        self._mill.set(_mill)

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        pass

    @external
    def point_to(self, _basin: Address) -> None:
        self._basin.set(_basin)

    @external
    @payable
    def drain(self) -> None:
        self.call(self._basin.get(), 'fill', {}, self.icx.get_balance(self.address))  # expect: A08

    @external
    def let_out(self, _litres: int) -> None:
        basin = self.create_interface_score(self._basin.get(), Basin)
        basin.icx(_litres).fill()  # expect: A08

    @external
    def let_out_to(self, _basin: Address, _litres: int) -> None:
        self.create_interface_score(_basin, Basin).icx(_litres).fill()  # expect: A08

    @external
    @payable
    def pass_on(self, _basin: Address) -> None:
        self.create_interface_score(_basin, Basin).icx(self.msg.value).fill()  # ok: A08

    @external
    def turn_mill(self, _litres: int) -> None:
        mill = self.create_interface_score(self._mill.get(), Basin)
        mill.icx(_litres).fill()  # ok: A08
