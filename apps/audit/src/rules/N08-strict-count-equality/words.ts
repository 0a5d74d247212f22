import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Counter compared with == to a changing limit', ko: '바뀌는 한도와 카운터를 ==로 비교합니다' },
  advice: {
    en: 'Compare with `>=`, and remember with a flag that the effect has happened.',
    ko: '`>=`로 비교하고, 이미 실행했다는 것을 플래그로 기억하세요.',
  },
  says: {
    threshold: {
      en: ({ counter, limit, writer }) =>
        `${counter} is compared with == to ${limit}; after ${writer} lowers it, they are never equal.`,
      ko: ({ counter, limit, writer }) =>
        `\`${counter}\` 값을 \`${limit}\` 한도와 ==로 비교합니다. \`${writer}\` 메서드가 한도를 낮추면 두 값은 같아지지 않습니다.`,
    },
    jump: {
      en: ({ counter, limit }) =>
        `${counter} grows by more than one and may jump over ${limit}; == then never holds.`,
      ko: ({ counter, limit }) =>
        `\`${counter}\` 값은 한 번에 1보다 많이 늘 수 있어 \`${limit}\` 한도를 건너뛰면 ==가 성립하지 않습니다.`,
    },
    height: {
      en: ({ clock, limit }) => `${clock} equals ${limit} in one block only; no transaction may be in it.`,
      ko: ({ clock, limit }) =>
        `\`${clock}\` 값이 \`${limit}\` 값과 같은 블록은 하나뿐이며, 그 블록에 트랜잭션이 없을 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  threshold: { counter: string; limit: string; writer: string };
  jump: { counter: string; limit: string };
  height: { clock: string; limit: string };
}>;
