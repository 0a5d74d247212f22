import type { Stretch, Text } from './catalogue/finding.ts';
import type { Module, Package } from './domain/package/package.ts';
import type { FaultCode, SyntaxFault } from './domain/python/faults.ts';
import type { Draft } from './fingerprint.ts';

/** What is wrong with a text that cannot be read as Python 3.6 to 3.8, in both languages. */
const SENTENCES: Readonly<Record<FaultCode, (what: string) => Text>> = {
  'not-utf-8': (what) => ({
    en: `The file is not UTF-8 (it reads as ${what}); Python refuses it without a coding line.`,
    ko: `파일이 UTF-8이 아닙니다(${what}로 읽힙니다). 인코딩 선언이 없으면 파이썬이 거부합니다.`,
  }),
  'unknown-coding': (what) => ({
    en: `The coding line names "${what}", an encoding that Python does not know.`,
    ko: `인코딩 선언에 적힌 "${what}"은(는) 파이썬이 모르는 인코딩입니다.`,
  }),
  'null-character': () => ({ en: 'The file holds a null character.', ko: '파일에 널 문자가 있습니다.' }),
  unexpected: (what) => ({
    en: `"${what}" cannot stand here.`,
    ko: `여기에 "${what}" 표현이 올 수 없습니다.`,
  }),
  'unexpected-end': () => ({ en: 'The statement ends too early.', ko: '문장이 너무 일찍 끝납니다.' }),
  'unexpected-character': (what) => ({
    en: `The character "${what}" means nothing here.`,
    ko: `"${what}" 문자는 여기서 뜻이 없습니다.`,
  }),
  'unterminated-string': (what) => ({
    en: `The text that begins with ${what} never ends.`,
    ko: `${what} 부분에서 시작한 문자열이 끝나지 않습니다.`,
  }),
  'never-closed': (what) => ({ en: `"${what}" is never closed.`, ko: `"${what}" 괄호가 닫히지 않았습니다.` }),
  'closed-by': (what) => ({
    en: `"${what}" closes another kind of bracket.`,
    ko: `"${what}" 괄호가 다른 종류의 괄호를 닫습니다.`,
  }),
  'never-opened': (what) => ({ en: `"${what}" closes nothing.`, ko: `"${what}" 괄호가 닫을 것이 없습니다.` }),
  'bad-number': (what) => ({
    en: `"${what}" is no number; octal is 0o….`,
    ko: `"${what}" 표기는 수가 아닙니다. 8진수는 0o…로 씁니다.`,
  }),
  'unexpected-indent': () => ({
    en: 'The line is indented, and no block begins here.',
    ko: '블록이 시작되지 않는데 들여쓰기가 되어 있습니다.',
  }),
  'expected-block': () => ({ en: 'An indented block is missing here.', ko: '들여쓴 블록이 없습니다.' }),
  unindent: () => ({
    en: 'The indentation fits no block around it.',
    ko: '들여쓰기가 바깥의 어느 블록과도 맞지 않습니다.',
  }),
  'tabs-and-spaces': () => ({
    en: 'Tabs and spaces are mixed so that the block is ambiguous.',
    ko: '탭과 공백이 섞여 블록을 정할 수 없습니다.',
  }),
  'too-deep': () => ({
    en: 'It nests deeper than Python can read.',
    ko: '파이썬이 읽을 수 있는 것보다 깊이 중첩되어 있습니다.',
  }),
  'bad-target': (what) => ({
    en: `Nothing can be assigned to "${what}".`,
    ko: `"${what}" 표현에는 값을 넣을 수 없습니다.`,
  }),
  'bad-argument': (what) => ({
    en: `The argument "${what}" cannot stand here.`,
    ko: `인자 "${what}" 표현이 올 수 없는 자리입니다.`,
  }),
  'bad-parameter': (what) => ({
    en: `The parameter "${what}" cannot stand here.`,
    ko: `매개변수 "${what}" 선언이 올 수 없는 자리입니다.`,
  }),
  'bad-f-string': () => ({
    en: 'The f-string cannot be read here.',
    ko: 'f-문자열의 이 부분을 읽을 수 없습니다.',
  }),
  'mixed-bytes': () => ({
    en: 'Bytes and text stand side by side as one literal.',
    ko: '바이트와 문자열이 한 리터럴로 이어져 있습니다.',
  }),
  'python-2': () => ({ en: 'This is Python 2.', ko: '파이썬 2 문법입니다.' }),
  'newer-syntax': (what) => ({
    en: `This needs Python ${what}; the engines run 3.7.`,
    ko: `파이썬 ${what} 이상이 필요합니다. 엔진은 3.7을 씁니다.`,
  }),
};

const ADVICE: Text = {
  en: 'Mend the file: a package with a file that Python cannot read is not loaded.',
  ko: '파일을 고치세요. 파이썬이 읽을 수 없는 파일이 든 패키지는 올라가지 않습니다.',
};

/** A file with more faults than this is no Python, and the rest of them helps nobody. */
const MOST_TOLD = 50;

/** X001: what could not be read. The other files are analysed, and what could be read of this one. */
export function syntaxFindings(
  pkg: Package,
  stretchOf: (module: Module) => (node: SyntaxFault) => Stretch,
): Draft[] {
  return pkg.modules.flatMap((module) => {
    const [told, left] = [module.faults.slice(0, MOST_TOLD), module.faults.slice(MOST_TOLD)];
    const drafts = told.map((fault) =>
      draft(fault, module, stretchOf(module), SENTENCES[fault.code](fault.what), [fault.code, fault.what]),
    );
    const [next] = left;
    if (next === undefined) return drafts;
    return [...drafts, draft(next, module, stretchOf(module), AND_MORE(left.length), ['more'])];
  });
}

const AND_MORE = (count: number): Text => ({
  en: `The file cannot be read from here on: there are at least ${count} more faults.`,
  ko: `여기부터는 파일을 읽을 수 없습니다. 오류가 적어도 ${count}개 더 있습니다.`,
});

function draft(
  fault: SyntaxFault,
  module: Module,
  stretch: (node: SyntaxFault) => Stretch,
  message: Text,
  key: readonly string[],
): Draft {
  return {
    rule: 'X001',
    severity: 'critical',
    confidence: 'high',
    at: stretch(fault),
    within: '',
    message,
    advice: ADVICE,
    reasons: [],
    fix: undefined,
    key: ['X001', module.path, ...key].join('\n'),
  };
}
