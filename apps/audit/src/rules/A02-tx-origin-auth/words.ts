import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'tx.origin decides who may act', ko: 'tx.origin으로 권한을 판단합니다' },
  advice: {
    en: 'Use self.msg.sender: it is the account or contract that really calls.',
    ko: '실제로 호출하는 계정이나 컨트랙트인 self.msg.sender를 사용하세요.',
  },
  says: {
    guard: {
      en: ({ condition }) =>
        `The condition ${condition} trusts tx.origin: any contract the user calls can act in their name.`,
      ko: ({ condition }) =>
        `\`${condition}\` 조건이 tx.origin을 믿습니다. 사용자가 호출한 아무 컨트랙트나 그 사람의 이름으로 행동할 수 있습니다.`,
    },
    account: {
      en: ({ item }) =>
        `${item} is written for tx.origin: a contract in between can spend or vote for the user.`,
      ko: ({ item }) =>
        `\`${item}\` 항목을 tx.origin 앞으로 씁니다. 중간에 낀 컨트랙트가 사용자 대신 쓰거나 투표할 수 있습니다.`,
    },
    handed: {
      en: ({ call }) =>
        `${call} names tx.origin as the account: a contract in between makes this happen for the user.`,
      ko: ({ call }) =>
        `\`${call}\` 호출이 tx.origin을 대상 계정으로 넘깁니다. 중간에 낀 컨트랙트가 사용자 모르게 이 일을 시킬 수 있습니다.`,
    },
    deposit: {
      en: ({ call }) =>
        `${call} counts what was paid in for tx.origin, and not for the account that paid: a contract that pays loses it to whoever signed.`,
      ko: ({ call }) =>
        `\`${call}\` 호출은 들어온 금액을 낸 계정이 아니라 tx.origin의 것으로 칩니다. 컨트랙트가 낸 돈이 서명한 사람에게 돌아갑니다.`,
    },
    callee: {
      en: ({ call, contract, item }) =>
        `${call} writes ${item} of ${contract} for tx.origin, while msg.sender is served here: a contract in between gets what the user pays.`,
      ko: ({ call, contract, item }) =>
        `\`${call}\` 호출은 \`${contract}\` 컨트랙트의 \`${item}\` 항목을 tx.origin 앞으로 쓰는데 여기서는 msg.sender를 상대합니다. 중간에 낀 컨트랙트가 사용자의 몫을 가져갑니다.`,
    },
  },
} satisfies RuleWords<{
  guard: { condition: string };
  account: { item: string };
  handed: { call: string };
  deposit: { call: string };
  callee: { call: string; contract: string; item: string };
}>;
