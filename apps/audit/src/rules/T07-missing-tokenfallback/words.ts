import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Contract recipient is not told of tokens',
    ko: '받는 컨트랙트에 토큰이 왔다고 알리지 않습니다',
  },
  advice: {
    en: 'After the balances and the event, call tokenFallback(_from, _value, _data) if the recipient is a contract.',
    ko: '잔액과 이벤트를 처리한 뒤, 받는 쪽이 컨트랙트이면 tokenFallback(_from, _value, _data)를 호출하세요.',
  },
  says: {
    never: {
      en: ({ method }) => `${method} never calls tokenFallback of a contract that receives tokens.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드가 토큰을 받는 컨트랙트의 tokenFallback을 전혀 호출하지 않습니다.`,
    },
    lost: {
      en: ({ method, base }) =>
        `${method} takes the place of the one in ${base}, which calls tokenFallback of a contract that receives tokens, and leaves that out.`,
      ko: ({ method, base }) =>
        `\`${method}\` 메서드가 \`${base}\` 클래스의 것을 대신하면서, 토큰을 받는 컨트랙트의 tokenFallback 호출을 빠뜨립니다.`,
    },
    somePath: {
      en: ({ method, condition }) =>
        `${method} calls tokenFallback only under ${condition}; other transfers to contracts are not told.`,
      ko: ({ method, condition }) =>
        `\`${method}\` 메서드가 \`${condition}\` 조건에서만 tokenFallback을 호출합니다. 다른 경우에는 받는 컨트랙트가 알지 못합니다.`,
    },
  },
} satisfies RuleWords<{
  never: { method: string };
  lost: { method: string; base: string };
  somePath: { method: string; condition: string };
}>;
