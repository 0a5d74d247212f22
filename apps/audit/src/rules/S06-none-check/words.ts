import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'None expected from a container without None',
    ko: 'None을 주지 않는 컨테이너에서 None을 기대합니다',
  },
  advice: {
    en: 'Compare with the default of the type (0, empty text, False). Where 0 is a real value, keep a bool beside it.',
    ko: '타입의 기본값(0, 빈 문자열, False)과 비교하세요. 0도 실제 값이라면 bool 항목을 따로 두세요.',
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
  },
} satisfies RuleWords<{
  never: { expression: string; item: string; type: string; given: string };
  always: { expression: string; item: string; type: string; given: string };
}>;
