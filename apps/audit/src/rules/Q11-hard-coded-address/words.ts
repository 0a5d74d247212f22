import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'An address is written into the code', ko: '주소가 코드에 적혀 있습니다' },
  advice: {
    en: 'Take the address as a parameter of `on_install` and let the owner change it, or name it in a constant at the top.',
    ko: '주소를 `on_install`의 매개변수로 받아 소유자가 바꿀 수 있게 하거나, 파일 맨 위에 이름 있는 상수로 두세요.',
  },
  says: {
    literal: {
      en: ({ address, method }) => `${method} holds the fixed address ${address}.`,
      ko: ({ address, method }) => `\`${method}\` 함수 안에 주소 ${address} 값이 고정되어 있습니다.`,
    },
  },
} satisfies RuleWords<{ literal: { address: string; method: string } }>;
