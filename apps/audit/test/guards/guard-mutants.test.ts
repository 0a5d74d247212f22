import { expect, test } from 'vitest';
import { readPackages } from '../../src/domain/package/read-packages.ts';
import { guardMutants } from './guard-mutants.ts';

const TEXT = `from iconservice import *


def only_owner(func):
    def wrapper(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('the owner only')
        return func(self, *args, **kwargs)
    return wrapper


class Kiosk(IconScoreBase):

    def on_install(self) -> None:
        super().on_install()
        if self.msg.value != 0:
            revert('for nothing')

    def _must_be_open(self) -> None:
        if self._closed.get():
            revert('closed')

    def _sell(self) -> None:
        if self._left.get() == 0:
            revert('sold out')
        self._left.set(self._left.get() - 1)

    @external
    @only_owner
    def close(self) -> None:
        self._closed.set(True)

    @external
    def buy(self, _pieces: int) -> None:
        self._must_be_open()
        if _pieces <= 0:
            revert(
                'buy something')
        if self._closed.get():
            return
        self._sell()

    @external(readonly=True)
    def left(self, _shelf: int) -> int:
        if _shelf < 0:
            revert('no such shelf')
        return self._left.get()
`;

const files = [{ path: 'kiosk.py', bytes: new TextEncoder().encode(TEXT) }];

test('takes out what only refuses, one at a time, and nothing of queries and deployments', () => {
  const mutants = readPackages(files).flatMap((pkg) => [...guardMutants(pkg, files)]);
  expect(mutants.map(({ kind, place, source }) => `${kind} ${place} ${source}`)).toEqual([
    "state kiosk.py:20 if self._closed.get(): revert('closed')",
    "state kiosk.py:24 if self._left.get() == 0: revert('sold out')",
    "amount kiosk.py:36 if _pieces <= 0: revert( 'buy something')",
    'state kiosk.py:35 self._must_be_open()',
    'caller kiosk.py:29 @only_owner',
  ]);
});

test('leaves a package that can be read, with its lines where they were', () => {
  const [pkg] = readPackages(files);
  for (const mutant of pkg === undefined ? [] : guardMutants(pkg, files)) {
    const [changed] = readPackages(mutant.files);
    expect(changed?.modules[0]?.faults).toEqual([]);
    expect(changed?.modules[0]?.text.split('\n')).toHaveLength(TEXT.split('\n').length);
  }
});
