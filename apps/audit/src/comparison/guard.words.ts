import type { Text } from '../catalogue/finding.ts';
import type { Effect, EntryGuards, GuardChange } from '../domain/versions/guard-changes.ts';

/** Which guard a method lost or gained, in its own words, and what it stood before. */
export function tellGuard(
  { kind, method, effects }: GuardChange,
  question: string,
): { text: Text; effect: Text } {
  const lost = kind === 'lost';
  const ko = `메서드 \`${method}\`: 권한 검사가 ${lost ? '없어졌습니다' : '생겼습니다'}: ${question}`;
  return {
    text: { en: `${method} ${lost ? 'lost' : 'gained'} a guard: ${question}`, ko },
    effect: {
      en: `${lost ? 'What it stood before' : 'What it stands before'}: ${listed(effects).en}.`,
      ko: `${lost ? '이 검사를 거쳐야 하던 일' : '이제 이 검사를 거쳐야 하는 일'}: ${listed(effects).ko}.`,
    },
  };
}

/** Who may do what through a method that is new. */
export function tellNewEntry(
  method: string,
  { open, guarded }: EntryGuards,
  questions: readonly string[],
): { text: Text; effect: Text | undefined } {
  const asked = questions.join('; ');
  if (open.length === 0) {
    return {
      text: {
        en: `${method}, which is new, asks who calls: ${asked}`,
        ko: `새 메서드 \`${method}\`: 호출자를 검사합니다: ${asked}`,
      },
      effect: { en: `Behind that: ${listed(guarded).en}.`, ko: `그 뒤에 하는 일: ${listed(guarded).ko}.` },
    };
  }
  return {
    text: {
      en: `${method}, which is new, is open to everybody: ${listed(open).en}`,
      ko: `새 메서드 \`${method}\`: 누구나 할 수 있는 일: ${listed(open).ko}`,
    },
    effect:
      guarded.length === 0
        ? undefined
        : {
            en: `Behind ${asked}: ${listed(guarded).en}.`,
            ko: `검사(${asked})를 거쳐야 하는 일: ${listed(guarded).ko}.`,
          },
  };
}

const listed = (effects: readonly Effect[]): Text => {
  const told = effects.map((effect) => VERBS[effect.kind](effect));
  return { en: told.map(({ en }) => en).join(', '), ko: told.map(({ ko }) => ko).join(', ') };
};

const VERBS: Readonly<Record<Effect['kind'], (effect: Effect) => Text>> = {
  write: ({ name }) => ({ en: `writes ${name}`, ko: `\`${name}\` 쓰기` }),
  transfer: () => ({ en: 'sends ICX', ko: 'ICX 보내기' }),
  call: ({ name }) => ({ en: `calls ${name}`, ko: `\`${name}\` 호출` }),
  event: ({ name }) => ({ en: `emits ${name}`, ko: `\`${name}\` 이벤트` }),
};
