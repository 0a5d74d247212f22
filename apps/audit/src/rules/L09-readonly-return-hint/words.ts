import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Readonly method declares no return type', ko: '읽기 전용 메서드에 반환 타입이 없습니다' },
  advice: {
    en: 'Declare what it returns: `-> int`, `str`, `bytes`, `bool`, `Address`, `list` or `dict`.',
    ko: '반환하는 타입을 `-> int`, `str`, `bytes`, `bool`, `Address`, `list`, `dict` 가운데 하나로 적으세요.',
  },
  says: {
    missing: {
      en: ({ method }) =>
        `\`${method}\` is readonly and declares no return type: wallets and callers cannot know what they get.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드는 읽기 전용인데 반환 타입이 없습니다. 지갑과 호출자가 무엇을 받을지 알 수 없습니다.`,
    },
  },
} satisfies RuleWords<{ missing: { method: string } }>;
