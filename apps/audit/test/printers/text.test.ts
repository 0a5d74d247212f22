import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/printers/render/words.ts';
import { printers } from '../../src/printers/printers.ts';
import { body, packageOf, teaching, written } from './drawn.ts';

describe('as text', () => {
  it('access says who changes what through which methods', () => {
    expect(body(teaching('chip'), 'access')).toBe(
      `Chip
storage        any contract     anyone, for their own in    deployer, installing
                                  _balances
────────────────────────────────────────────────────────────────────────────────
_total_supply  mint, burn                                   on_install
_decimals                                                   on_install
_balances      mint, burn, bet  transfer                    on_install`,
    );
  });

  it('access aligns Korean, whose characters take two columns', () => {
    expect(body(teaching('chip'), 'access', { language: 'ko' })).toBe(
      `Chip
저장소         아무 컨트랙트    _balances의 자기 몫에 한해 누구나  배포자(설치)
───────────────────────────────────────────────────────────────────────────────
_total_supply  mint, burn                                          on_install
_decimals                                                          on_install
_balances      mint, burn, bet  transfer                           on_install`,
    );
  });

  it('access marks what is meant for few and open to many', () => {
    const files = packageOf(`class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._admin = VarDB('admin', db, value_type=Address)
        self._fee = VarDB('fee', db, value_type=int)
    @external
    def setAdmin(self, _to: Address):
        self._admin.set(_to)
    @external
    def setFee(self, _fee: int):
        if self.msg.sender != self._admin.get():
            revert('no')
        self._fee.set(_fee)
`);
    expect(body(files, 'access')).toBe(
      `Main
storage  anyone     those in _admin
───────────────────────────────────
_admin   !setAdmin
_fee                setFee`,
    );
  });

  it('entry points quote what they ask', () => {
    expect(body(teaching('samplegame'), 'entry-points')).toContain(
      `setChip(_chip: Address)                                        samplegame.py:117
  flags         external
  who may call  owner: not “self.msg.sender != self.owner”
  writes        _chip
  events        ChipSet`,
    );
  });

  it('entry points are a grid where all of it fits', () => {
    expect(body(teaching('show_me_the_money'), 'entry-points')).toBe(
      `ShowMeTheMoney
method                          flags       who may call
────────────────────────────────────────────────────────
on_install()                    on_install  deployer
on_update()                     on_update   deployer
show(_account: Address) -> str  readonly
mine() -> int                   readonly`,
    );
  });

  it('flow shows the way in, and who gets how much', () => {
    expect(body(teaching('welcome'), 'flow')).toBe(
      `ICX comes in
    → welcome
welcome  external · payable                                        welcome.py:30
    anyone
    → ICX → stored in _host (send: the ICX sent, argument _ratio, a float)
    → ICX → argument _to (send: the ICX sent, argument _ratio, a float)`,
    );
  });

  it('flow leads deposits through storage to who takes them out, or says that it always fails', () => {
    const files = packageOf(`class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._paid = DictDB('paid', db, value_type=int)
    @payable
    def fallback(self):
        revert('no')
    @payable
    @external
    def deposit(self):
        self._paid[self.msg.sender] += self.msg.value
    @external
    def withdraw(self, _amount: int):
        if self._paid[self.msg.sender] < _amount:
            revert('no')
        self._paid[self.msg.sender] -= _amount
        self.icx.transfer(self.msg.sender, _amount)
`);
    expect(body(files, 'flow')).toBe(
      `ICX comes in
    → fallback
    → deposit
fallback  fallback · payable                                          score.py:7
    always fails
deposit  external · payable                                          score.py:11
    anyone
    → _paid (+ the ICX sent)
_paid  DictDB                                                         score.py:5
    → withdraw (− argument _amount)
withdraw  external                                                   score.py:14
    anyone, for their own in _paid
    → ICX → the caller (transfer: argument _amount)`,
    );
  });

  it('calls show methods of other classes with their class', () => {
    const text = body(teaching('samplegame'), 'calls');
    expect(text).toContain(`  start  external                                              samplegame.py:252
      → _room_of
      → Deck › __init__
      → Deck › to_text`);
    expect(text).toContain('      → ICX paid out (transfer)');
  });

  it('storage tells keys that two attributes share, and what is never written or read', () => {
    const files = packageOf(`class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._rate = VarDB('fee', db, value_type=int)
        self._old = DictDB('old', db, value_type=str, depth=2)
    @external
    def setFee(self, _fee: int):
        self._fee.set(_fee)
`);
    const text = body(files, 'storage');
    expect(text).toContain('one key for _fee, _rate');
    expect(text).toMatch(/_old +DictDB +old +str +2 +never written\n +never read/);
  });

  it('events tell those that are never emitted', () => {
    const files = packageOf(`class Main(IconScoreBase):
    @eventlog(indexed=1)
    def Paid(self, _to: Address, _value: int): pass
    @eventlog
    def Gone(self): pass
    @external
    def pay(self):
        self.Paid(self.msg.sender, 1)
`);
    const text = body(files, 'events');
    expect(text).toMatch(/Paid\(_to: Address, _value: int\) +_to +Main\.pay +pay/);
    expect(text).toMatch(/Gone\(\) +never emitted/);
  });

  it('interfaces tell where addresses come from', () => {
    expect(body(teaching('interface_exercise'), 'interfaces')).toBe(
      `InterfaceExercise

count() -> int                                           interface_exercise.py:8
  interface  CounterInterface
  address    stored in exercise_counter
  set by     storage
  called in  InterfaceExercise.count

increase(_step: int)                                    interface_exercise.py:12
  interface  CounterInterface
  address    stored in exercise_counter
  set by     storage
  called in  InterfaceExercise.increase`,
    );
  });

  it('inheritance tells the order of look-up and overridden methods', () => {
    const files = packageOf(`class One(IconScoreBase):
    def act(self): pass
class Two(IconScoreBase):
    def act(self): pass
class Main(One, Two):
    def act(self): pass
`);
    expect(body(files, 'inheritance')).toBe(
      `One                                                                   score.py:2
    → IconScoreBase
Two                                                                   score.py:4
    → IconScoreBase
Main  order: Main › One › Two                                         score.py:6
    act overrides One
    → One (1)
    → Two (2)`,
    );
  });

  it.each(printers.map(({ name }) => name))('%s stays within 80 columns in both languages', (name) => {
    for (const folder of ['samplegame', 'chip', 'welcome', 'interface_exercise', 'show_me_the_money'])
      for (const language of ['en', 'ko'] as const)
        for (const line of written(teaching(folder), name, 'text', { language }).split('\n'))
          expect(widthOf(line), line).toBeLessThanOrEqual(80);
  });
});
