import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'One receiver can stop the payments of all',
    ko: '수신자 하나가 모두의 지급을 막을 수 있습니다',
  },
  advice: {
    en: 'Book what each receiver may fetch, and let each fetch it in a transaction of its own.',
    ko: '각자가 찾아갈 금액을 적어 두고, 각자의 트랜잭션에서 찾아가게 하세요.',
  },
  says: {
    icx: {
      en: ({ call, list }) =>
        `${call} pays the receivers in ${list} in a loop: one that refuses reverts the payments of all.`,
      ko: ({ call, list }) =>
        `반복문에서 \`${list}\` 목록의 수신자에게 \`${call}\` 지급을 합니다. 하나가 거부하면 모두의 지급이 취소됩니다.`,
    },
    token: {
      en: ({ call, list }) =>
        `${call} runs for each receiver in ${list}: one whose tokenFallback reverts stops all.`,
      ko: ({ call, list }) =>
        `\`${list}\` 목록의 수신자마다 \`${call}\` 호출을 합니다. 하나의 tokenFallback이 revert하면 모두 멈춥니다.`,
    },
  },
} satisfies RuleWords<{ icx: { call: string; list: string }; token: { call: string; list: string } }>;
