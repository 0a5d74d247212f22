import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Value of a kind that cannot be stored', ko: '저장할 수 없는 종류의 값을 저장합니다' },
  advice: {
    en: 'Store int, str, bytes, bool or Address only: several keys or `json_dumps(...)` for a structure, `del` or `.remove()` to delete.',
    ko: 'int, str, bytes, bool, Address만 저장하세요. 구조는 여러 키로 나누거나 `json_dumps(...)`로 바꾸고, 지울 때는 `del`이나 `.remove()`를 쓰세요.',
  },
  says: {
    value: {
      en: ({ item, value, kind }) =>
        `${value} is of type ${kind}; ${item} cannot store it, and the transaction fails here.`,
      ko: ({ item, value, kind }) =>
        `\`${value}\` 값은 ${kind} 타입이므로 \`${item}\` 항목에 저장할 수 없고, 트랜잭션이 여기서 실패합니다.`,
    },
    optional: {
      en: ({ item, parameter }) =>
        `${parameter} is None when the caller leaves it out; ${item} cannot store None.`,
      ko: ({ item, parameter }) =>
        `호출자가 생략하면 \`${parameter}\` 값은 None이며, \`${item}\` 항목에는 None을 저장할 수 없습니다.`,
    },
    declared: {
      en: ({ item, type }) => `${item} is declared with ${type}, which storage does not know.`,
      ko: ({ item, type }) => `\`${item}\` 항목을 저장소가 지원하지 않는 ${type} 타입으로 선언했습니다.`,
    },
  },
} satisfies RuleWords<{
  value: { item: string; value: string; kind: string };
  optional: { item: string; parameter: string };
  declared: { item: string; type: string };
}>;
