import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A secret on the chain', ko: '비밀 정보가 체인에 올라갑니다' },
  advice: {
    en: 'Store nothing that must stay secret, not even encrypted; commit to a hash over the value, the sender and a random salt.',
    ko: '비밀이어야 하는 것은 암호화했더라도 저장하지 마세요. 값, 보낸 사람, 무작위 salt를 함께 해시한 값으로 약속하세요.',
  },
  says: {
    stored: {
      en: ({ item, value }) =>
        `${value} is stored in ${item}: everybody can read it, for ever, also in the transaction that brought it.`,
      ko: ({ item, value }) =>
        `\`${value}\` 값을 \`${item}\` 항목에 저장합니다. 누구나 언제까지나 읽을 수 있고, 값을 보낸 트랜잭션에도 남습니다.`,
    },
    literal: {
      en: ({ name }) => `${name} is written in the code, which everybody can read.`,
      ko: ({ name }) => `\`${name}\` 값이 누구나 읽을 수 있는 코드에 적혀 있습니다.`,
    },
    unsalted: {
      en: ({ expression, value }) =>
        `${expression} is a hash of ${value} alone: whoever tries all possible values knows it before it is revealed.`,
      ko: ({ expression, value }) =>
        `\`${expression}\` 식은 \`${value}\` 값만 해시합니다. 가능한 값을 모두 대입해 보면 공개하기 전에 알아낼 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  stored: { item: string; value: string };
  literal: { name: string };
  unsalted: { expression: string; value: string };
}>;
