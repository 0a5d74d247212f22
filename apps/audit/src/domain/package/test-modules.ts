import type { Module } from './package.ts';

const BY_PATH =
  /(?:^|\/)(?:tests?|unittests?|integration_tests?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup)\.py$/i;
const BY_TEXT = /\b(?:unittest|pytest|iconsdk|tbears|setuptools)\b|^\s*def test/m;

/**
 * Files that authors keep beside a contract to test it, and that no contract loads. The engine reads them all the same. The name alone does
 * not tell: contracts are called `test_token.py` too.
 */
export const isTestModule = ({ path, text }: Module): boolean => BY_PATH.test(path) && BY_TEXT.test(text);
