import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'IRC2 method is missing', ko: 'IRC2 메서드가 없습니다' },
  advice: {
    en: 'Add the missing method with the exact name and types of IRC2.',
    ko: '빠진 메서드를 IRC2가 정한 이름과 타입 그대로 추가하세요.',
  },
  says: {
    missing: {
      en: ({ name, methods }) => `${name} looks like an IRC2 token but has no ${methods}.`,
      ko: ({ name, methods }) =>
        `\`${name}\` 컨트랙트는 IRC2 토큰으로 보이지만 다음 메서드가 없습니다: ${methods}`,
    },
  },
} satisfies RuleWords<{ missing: { name: string; methods: string } }>;
