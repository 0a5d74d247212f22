import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Transfer event differs from IRC2', ko: 'Transfer 이벤트가 IRC2와 다릅니다' },
  advice: {
    en: 'Declare @eventlog(indexed=3) Transfer(_from: Address, _to: Address, _value: int, _data: bytes).',
    ko: '@eventlog(indexed=3) Transfer(_from: Address, _to: Address, _value: int, _data: bytes)로 선언하세요.',
  },
  says: {
    parameters: {
      en: ({ got }) =>
        `Transfer is declared as (${got}); IRC2 has (_from: Address, _to: Address, _value: int, _data: bytes).`,
      ko: ({ got }) =>
        `Transfer 매개변수는 \`(${got})\`입니다. IRC2의 매개변수는 (_from: Address, _to: Address, _value: int, _data: bytes)입니다.`,
    },
    indexed: {
      en: ({ indexed }) => `Transfer has ${indexed} indexed parameters; IRC2 has 3.`,
      ko: ({ indexed }) => `Transfer 이벤트의 indexed 값은 ${indexed}개입니다. IRC2는 3개입니다.`,
    },
  },
} satisfies RuleWords<{ parameters: { got: string }; indexed: { indexed: number } }>;
