import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Compared with what it never is',
    ko: '같을 수 없는 값과 비교합니다',
  },
  advice: {
    en: 'Compare values of one type: an address with an address, an empty container with the default of its type (0, empty text, False). Where 0 is a real value, keep a bool beside it.',
    ko: '같은 타입끼리 비교하세요. 주소는 주소와, 비어 있는 컨테이너는 타입의 기본값(0, 빈 문자열, False)과 비교합니다. 0도 실제 값이라면 bool 항목을 따로 두세요.',
  },
  says: {
    never: {
      en: ({ expression, item, type, given }) =>
        `${expression} is never true: an empty ${item} gives ${given}, as its type is ${type}.`,
      ko: ({ expression, item, type, given }) =>
        `\`${expression}\` 조건은 참이 되지 않습니다. \`${item}\` 항목은 ${type} 타입이므로 비어 있으면 ${given} 값을 줍니다.`,
    },
    always: {
      en: ({ expression, item, type, given }) =>
        `${expression} is always true: an empty ${item} gives ${given}, as its type is ${type}.`,
      ko: ({ expression, item, type, given }) =>
        `\`${expression}\` 조건은 항상 참입니다. \`${item}\` 항목은 ${type} 타입이므로 비어 있으면 ${given} 값을 줍니다.`,
    },
    alike: {
      en: ({ expression, one, other }) =>
        `${expression} is never true: one side is ${one}, the other ${other}.`,
      ko: ({ expression, one, other }) =>
        `\`${expression}\` 조건은 참이 되지 않습니다. 한쪽은 ${one}, 다른 쪽은 ${other} 값입니다.`,
    },
    unlike: {
      en: ({ expression, one, other }) =>
        `${expression} is always true: one side is ${one}, the other ${other}.`,
      ko: ({ expression, one, other }) =>
        `\`${expression}\` 조건은 항상 참입니다. 한쪽은 ${one}, 다른 쪽은 ${other} 값입니다.`,
    },
  },
} satisfies RuleWords<{
  never: { expression: string; item: string; type: string; given: string };
  always: { expression: string; item: string; type: string; given: string };
  alike: { expression: string; one: string; other: string };
  unlike: { expression: string; one: string; other: string };
}>;
