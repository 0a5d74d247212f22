import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import type { InputFile } from '../../src/domain/package/package.ts';
import { rules } from '../../src/rules/index.ts';

const HEAD = 'from iconservice import *\n\nTAG = "Till"\n';

/** Functions of a module, each with something that is found in it; two of them look alike inside. */
const FUNCTIONS = [
  `def only_owner(func):
    def wrapper(self, *args, **kwargs):
        print('checked')
        return func(self, *args, **kwargs)
    return wrapper
`,
  `def counted(func):
    def wrapper(self, *args, **kwargs):
        print('checked')
        return func(self, *args, **kwargs)
    return wrapper
`,
  `def digest(text: str) -> int:
    return hash(text)
`,
];

const CONSTRUCTOR = `    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rate = VarDB('rate', db, value_type=int)
        self._keeper = VarDB('keeper', db, value_type=Address)
`;

const METHODS = [
  `    def on_install(self) -> None:
        super().on_install()
        self._keeper.set(self.msg.sender)
`,
  `    def on_update(self) -> None:
        super().on_update()
`,
  `    @external
    def setKeeper(self, _keeper: Address) -> None:
        print('first')
        print('first')
        self._keeper.set(_keeper)
`,
  `    @external
    def setRate(self, _rate: int) -> None:
        if self.msg.sender is not self._keeper.get():
            revert('Only the keeper')
        self._rate.set(int(_rate / 2))
`,
  `    @external(readonly=True)
    def rate(self) -> int:
        return self._rate.get()
`,
  `    @payable
    @external
    def pay(self) -> None:
        self.icx.send(self._keeper.get(), self.msg.value)
`,
  `    @external(readonly=True)
    def spare(self) -> int:
        return 1
`,
];

interface Shape {
  readonly functions: readonly number[];
  readonly methods: readonly number[];
  readonly blank: number;
  readonly comment: string;
  readonly renamed: string;
  readonly reversed: boolean;
}

const USUAL: Shape = {
  functions: FUNCTIONS.map((_, index) => index),
  methods: METHODS.map((_, index) => index),
  ...{ blank: 1, comment: '', renamed: 'spare', reversed: false },
};

function filesOf({ functions, methods, blank, comment, renamed, reversed }: Shape): InputFile[] {
  const gap = '\n'.repeat(blank) + (comment === '' ? '' : `# ${comment}\n`);
  const inner = '\n'.repeat(blank) + (comment === '' ? '' : `    # ${comment}\n`);
  const body = [CONSTRUCTOR, ...methods.map((index) => METHODS[index] ?? '')].join(inner);
  const text = [
    HEAD,
    ...functions.map((index) => FUNCTIONS[index] ?? ''),
    `class Till(IconScoreBase):\n${body}`,
  ].join(gap);
  const files = [
    { path: 'till.py', text: text.replace('def spare', `def ${renamed}`) },
    { path: 'package.json', text: '{"version": "1", "main_module": "till", "main_score": "Till"}' },
    { path: 'kit.py', text: `${gap}def mix(text: str) -> int:\n    return hash(text)\n` },
  ].map(({ path, text: content }) => ({ path, bytes: new TextEncoder().encode(content) }));
  return reversed ? files.toReversed() : files;
}

const found = (shape: Shape): string[] =>
  analyse(filesOf(shape), { rules })
    .flatMap(({ findings }) => findings)
    .map(
      ({ rule, within, fingerprint }) =>
        `${rule} ${within.replace(/\b(?:spare|other\w*)$/, '?')} ${fingerprint}`,
    )
    .filter((line) => !line.includes('Till.?'))
    .toSorted();

const usual = found(USUAL);

describe('the fingerprint of a finding', () => {
  it('is one of its own', () => {
    expect(usual.length).toBeGreaterThan(9);
    expect(new Set(usual.map((line) => line.split(' ').at(-1))).size).toBe(usual.length);
  });

  it('stays through lines put in, other functions renamed, and functions and files in another order', () => {
    const shape: fc.Arbitrary<Shape> = fc.record({
      functions: fc.shuffledSubarray([...USUAL.functions], { minLength: USUAL.functions.length }),
      methods: fc.shuffledSubarray([...USUAL.methods], { minLength: USUAL.methods.length }),
      blank: fc.integer({ min: 1, max: 4 }),
      comment: fc.constantFrom('', 'a note', 'print(1)', '메모'),
      renamed: fc.constantFrom('spare', 'other', 'otherName'),
      reversed: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, (each) => {
        expect(found(each)).toEqual(usual);
      }),
      { numRuns: 60 },
    );
  });

  it('stays when another finding goes', () => {
    const without = found({ ...USUAL, methods: USUAL.methods.filter((index) => index !== 5) });
    const gone = usual.filter((line) => !without.includes(line));
    expect(without.filter((line) => !usual.includes(line))).toEqual([]);
    expect(gone.every((line) => line.includes('Till.pay'))).toBe(true);
  });
});
