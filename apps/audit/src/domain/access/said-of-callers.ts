import { isDocstring } from '../model/stubs.ts';
import type { FunctionModel } from '../model/program.ts';

/**
 * Whether a method's own text says that this authority alone may call it: `Fails if the caller is not the keeper`, `# only the keeper`.
 * A text counts when it names the authority, as one that keeps somebody out speaks of them, too.
 */
export function saysOnlyFor(fn: FunctionModel, authority: string): boolean {
  const name = wordsOf(authority);
  if (name === '') return false;
  return textsOf(fn)
    .flatMap((text) => text.replaceAll(/[\s#]+/g, ' ').split(/[.;!]\s/))
    .filter(({ length }) => length <= LONGEST)
    .some((sentence) => refusesOthers(sentence, name) || isOnlyFor(sentence, name));
}

/** Letters of a sentence; a longer one is no sentence, and would take time with the square of its length. */
const LONGEST = 400;

/** `Throws unless the sender is the treasurer`, `reverts if the caller is not the treasurer`. */
const refusesOthers = (sentence: string, name: string): boolean =>
  new RegExp(
    String.raw`\b(?:throw|revert|fail|refuse|reject|raise)\w*\b.*\b(?:sender|caller)\b (?:(?:is not|isn't|!=)|(?<=\bunless .*)is) (?:an? |the )?${name}\b`,
    'i',
  ).test(sentence);

/** `only the treasurer may pay in`, and not `only who is not the treasurer`. */
const isOnlyFor = (sentence: string, name: string): boolean =>
  new RegExp(
    String.raw`(?<!\bnot )\bonly (?:for |by |from )?(?:the |an? )?${name}\b(?! (?:\w+ )?(?:not|cannot|can't|refused|excluded|barred|kept)\b)`,
    'i',
  ).test(sentence);

function textsOf({ module, node }: FunctionModel): string[] {
  const comments = module.comments
    .filter(({ start, end }) => start > node.start && end <= node.end)
    .map(({ start, end }) => module.text.slice(start, end));
  const docstrings = node.body.filter(isDocstring).map(({ start, end }) => module.text.slice(start, end));
  return [...docstrings, ...comments];
}

/** `Sender not the keeper`, of what those are told who are refused. */
export const saysNotThe = (text: string, names: readonly string[]): boolean =>
  names
    .map(wordsOf)
    .filter((name) => name !== '')
    .some((name) => new RegExp(String.raw`\bnot (?:an? |the )?${name}\b`, 'i').test(text.slice(0, LONGEST)));

/** `SenderNotKeeperError`, `KEEPER_ONLY`: the words of what may be written as one. */
export const wordsIn = (text: string): string =>
  text.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');

/** `_fee_keeper`, `feeKeeper`: the words of a name, as a sentence has them. */
const wordsOf = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^a-zA-Z]+/)
    .filter((word) => word !== '' && !/^(?:self|address|addr|db)$/i.test(word))
    .join('[ _]');
