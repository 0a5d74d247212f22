import type { Module } from './package.ts';

const BY_PATH =
  /(?:^|\/)(?:tests?|unittests?|integration_tests?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup)\.py$/i;
const BY_TEXT = /\b(?:unittest|pytest|iconsdk|tbears|setuptools)\b|^\s*def test/m;

/**
 * Files that authors keep beside a contract to test it, and that no contract loads. The engine reads them all the same. The name alone does
 * not tell: contracts are called `test_token.py` too.
 */
export function isTestModule(module: Module): boolean {
  const known = answers.get(module);
  if (known !== undefined) return known;
  const answer = BY_PATH.test(module.path) && BY_TEXT.test(module.text);
  answers.set(module, answer);
  return answer;
}

/** Rules ask for each node of a module. */
const answers = new WeakMap<Module, boolean>();
