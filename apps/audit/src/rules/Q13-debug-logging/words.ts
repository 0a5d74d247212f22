import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Debug logging in a transaction', ko: '트랜잭션 경로에 디버그 로그가 있습니다' },
  advice: {
    en: 'Remove the call; emit an event where users need the information. The order is message, then tag (a text).',
    ko: '호출을 지우고, 사용자에게 필요한 정보는 이벤트로 남기세요. 인자의 순서는 메시지, 태그(문자열)입니다.',
  },
  says: {
    transaction: {
      en: ({ call, entry }) => `${call} runs in every transaction that calls ${entry}.`,
      ko: ({ call, entry }) => `\`${call}\` 호출이 \`${entry}\` 메서드의 트랜잭션마다 실행됩니다.`,
    },
    tag: {
      en: ({ tag }) => `The tag of this call is ${tag}: a tag is a text and comes after the message.`,
      ko: ({ tag }) =>
        `이 호출의 태그 자리에 \`${tag}\` 값이 있습니다. 태그는 문자열이고 메시지 뒤에 옵니다.`,
    },
  },
} satisfies RuleWords<{ transaction: { call: string; entry: string }; tag: { tag: string } }>;
