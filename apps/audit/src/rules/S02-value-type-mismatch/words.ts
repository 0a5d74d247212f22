import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Stored value has another type than declared', ko: '선언한 타입과 다른 값을 저장합니다' },
  advice: {
    en: 'Convert before storing (`str(...)`, `int(...)`, `Address.from_string(...)`), or declare the type that is really stored.',
    ko: '저장하기 전에 변환하거나(`str(...)`, `int(...)`, `Address.from_string(...)`) 실제로 저장하는 타입으로 선언하세요.',
  },
  says: {
    value: {
      en: ({ item, declared, value, actual }) =>
        `${item} is declared as ${declared}, but ${value} is ${actual}: reading it back gives garbage or fails.`,
      ko: ({ item, declared, value, actual }) =>
        `\`${item}\` 항목은 ${declared} 타입으로 선언되었지만 \`${value}\` 값의 타입은 ${actual}입니다. 다시 읽으면 엉뚱한 값이 나오거나 실패합니다.`,
    },
  },
} satisfies RuleWords<{
  value: { item: string; declared: string; value: string; actual: string };
}>;
