import { printable } from '@madang/errors';
import type { Language } from './diagnostics.ts';
import { code, plain } from './markdown.ts';
import type { GuardNote, MethodNote } from './method-notes.ts';

/** What stands above a method: `stored: _owner (line 31) · payable · writes _balances, _paused · sends ICX`. */
export function lensTitle(note: MethodNote, language: Language): string {
  const say = WORDS[language];
  const pieces = [
    who(note, language),
    ...(note.entry === 'readonly' ? [say.readonly] : []),
    ...(note.payable ? [say.payable] : []),
    ...(note.writes.length > 0 ? [say.writes(few(note.writes))] : []),
    ...(note.calls.length > 0 ? [say.calls(few(note.calls))] : []),
    ...(note.sendsIcx ? [say.sends] : []),
  ];
  return printable(pieces.join(' · '), 240);
}

/** The same at length, as Markdown. */
export function methodPage(note: MethodNote, language: Language): string {
  const say = WORDS[language];
  const names = (list: readonly string[]) => list.map(code).join(', ');
  const guards = note.guards.map(
    (guard) =>
      `- ${plain(guard.callers[language])}: ${place(guard, note, language)}${guard.covers === 'some' ? ` (${say.partly})` : ''}`,
  );
  const lines = [
    ...(note.writes.length > 0 ? [`- ${say.writes(names(note.writes))}`] : []),
    ...(note.calls.length > 0 ? [`- ${say.calls(names(note.calls))}`] : []),
    ...(note.events.length > 0 ? [`- ${say.events(names(note.events))}`] : []),
    ...(note.sendsIcx ? [`- ${say.sends}`] : []),
    ...(note.cut ? [`- ${say.cut}`] : []),
  ];
  const flags = [
    note.entry === undefined ? say.inner : say[note.entry],
    ...(note.payable ? [say.payable] : []),
  ];
  const isInner = note.entry === undefined;
  const callers = guards.length > 0 || isInner ? guards : [`- ${say.anyone}`];
  const asked = callers.length > 0 ? [isInner ? say.letsThrough : say.mayCall, ...callers] : [];
  const does = [say.does, ...(lines.length > 0 ? lines : [`- ${say.nothing}`])];
  return [
    `**${code(`${note.contract}.${note.name}`)}** (${flags.join(', ')})`,
    asked.join('\n'),
    does.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function who(note: MethodNote, language: Language): string {
  const say = WORDS[language];
  const all = note.guards.filter(({ covers }) => covers === 'all');
  const first = all.find(({ wide }) => !wide) ?? all[0];
  if (first === undefined) return note.guards.length > 0 ? say.partlyGuarded(note.guards.length) : say.anyone;
  return `${first.callers[language]} (${place(first, note, language)})${all.length === 1 ? '' : ` +${all.length - 1}`}`;
}

function place({ file, line }: GuardNote, note: MethodNote, language: Language): string {
  const where = WORDS[language].line(line);
  return file === note.file ? where : `${printable(file, 100)} ${where}`;
}

const few = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 4).join(', ')} +${names.length - 4}`;

const WORDS = {
  en: {
    anyone: 'anyone',
    partlyGuarded: (count: number) => `anyone; ${count} ${count === 1 ? 'guard' : 'guards'} on some ways`,
    readonly: 'readonly',
    payable: 'payable',
    external: 'external',
    fallback: 'fallback',
    install: 'on install',
    update: 'on update',
    constructor: 'constructor',
    unreached: 'never called',
    inner: 'called by other methods',
    writes: (names: string) => `writes ${names}`,
    calls: (names: string) => `calls ${names}`,
    events: (names: string) => `logs ${names}`,
    sends: 'sends ICX',
    cut: 'It calls too much to follow all of it and may do more.',
    nothing: 'changes nothing',
    mayCall: 'Who may call it:',
    letsThrough: 'Whom it lets through:',
    does: 'What it does, helpers included:',
    partly: 'on some ways only',
    line: (line: number) => `line ${line}`,
  },
  ko: {
    anyone: '누구나',
    partlyGuarded: (count: number) => `누구나; 일부 경로에만 검사 ${count}개`,
    readonly: '읽기 전용',
    payable: 'ICX를 받음',
    external: '외부 호출',
    fallback: 'fallback',
    install: '설치 때',
    update: '업데이트 때',
    constructor: '생성자',
    unreached: '불리지 않음',
    inner: '다른 메서드가 부름',
    writes: (names: string) => `${names} 쓰기`,
    calls: (names: string) => `${names} 호출`,
    events: (names: string) => `${names} 기록`,
    sends: 'ICX를 보냄',
    cut: '호출이 너무 많아 끝까지 따라가지 못했습니다. 더 할 수 있습니다.',
    nothing: '아무것도 바꾸지 않음',
    mayCall: '부를 수 있는 계정:',
    letsThrough: '통과할 수 있는 계정:',
    does: '하는 일(도우미 포함):',
    partly: '일부 경로에서만',
    line: (line: number) => `${line}행`,
  },
} as const;
