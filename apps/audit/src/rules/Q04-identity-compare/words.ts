import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Values are compared with is', ko: '값을 is로 비교합니다' },
  advice: {
    en: 'Write == for is and != for is not.',
    ko: 'is는 ==로, is not은 !=로 쓰세요.',
  },
  says: {
    same: {
      en: ({ left, operator, right }) =>
        `${left} ${operator} ${right} asks for the same object, not for the same value.`,
      ko: ({ left, operator, right }) =>
        `\`${left} ${operator} ${right}\` 비교는 값이 아니라 같은 객체인지를 묻습니다.`,
    },
  },
} satisfies RuleWords<{ same: { left: string; operator: string; right: string } }>;
