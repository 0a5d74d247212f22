import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Transfer event without a movement', ko: '이동이 없는데 Transfer 이벤트를 냅니다' },
  advice: {
    en: 'Emit Transfer only where balances are written; use an event of another name for anything else.',
    ko: '잔액을 쓰는 곳에서만 Transfer를 내고, 다른 일에는 이름이 다른 이벤트를 쓰세요.',
  },
  says: {
    never: {
      en: ({ method }) => `${method} emits Transfer and writes no balance.`,
      ko: ({ method }) => `\`${method}\` 메서드가 잔액을 쓰지 않으면서 Transfer 이벤트를 냅니다.`,
    },
    somePath: {
      en: ({ method }) => `Transfer is also emitted when ${method} has moved nothing.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드가 아무것도 옮기지 않은 경로에서도 Transfer 이벤트가 나갑니다.`,
    },
  },
} satisfies RuleWords<{ never: { method: string }; somePath: { method: string } }>;
