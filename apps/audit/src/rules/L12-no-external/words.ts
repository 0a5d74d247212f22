import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Contract has no external method', ko: '컨트랙트에 외부 메서드가 없습니다' },
  advice: {
    en: 'Put `@external` on the methods that people and contracts are to call, also where they override one of the base class.',
    ko: '사람과 컨트랙트가 부를 메서드에 `@external`을 붙이세요. 부모의 메서드를 재정의할 때도 붙여야 합니다.',
  },
  says: {
    none: {
      en: ({ contract }) => `\`${contract}\` exposes no method: the engine refuses to create it.`,
      ko: ({ contract }) =>
        `\`${contract}\` 컨트랙트가 공개하는 메서드가 없습니다. 엔진이 생성을 거부합니다.`,
    },
    overridden: {
      en: ({ contract, method }) =>
        `\`${contract}\` overrides \`${method}\` without \`@external\`, and no other external method is left.`,
      ko: ({ contract, method }) =>
        `\`${contract}\` 컨트랙트가 \`${method}\` 메서드를 \`@external\` 없이 재정의하여 남은 외부 메서드가 없습니다.`,
    },
  },
} satisfies RuleWords<{ none: { contract: string }; overridden: { contract: string; method: string } }>;
