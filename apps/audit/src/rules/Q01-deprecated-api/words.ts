import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Outdated API', ko: '오래된 API입니다' },
  advice: {
    en: 'Use self.block_height, self.now(), revert() and interface calls.',
    ko: 'self.block_height, self.now(), revert(), 인터페이스 호출을 쓰세요.',
  },
  says: {
    replaced: {
      en: ({ old, replacement }) => `${old} is outdated; write ${replacement}.`,
      ko: ({ old, replacement }) =>
        `\`${old}\` 사용은 오래된 방식입니다. \`${replacement}\` 코드로 바꾸세요.`,
    },
    call: {
      en: ({ method }) => `self.call names ${method} as text; call it through an InterfaceScore class.`,
      ko: ({ method }) =>
        `self.call이 \`${method}\` 메서드를 글자로 부릅니다. InterfaceScore 클래스를 거쳐 호출하세요.`,
    },
    refused: {
      en: ({ name }) => `self.${name} is refused to ordinary contracts: every call of it fails.`,
      ko: ({ name }) =>
        `\`self.${name}\` 사용은 일반 컨트랙트에 허용되지 않습니다. 이 호출은 모두 실패합니다.`,
    },
  },
} satisfies RuleWords<{
  replaced: { old: string; replacement: string };
  call: { method: string };
  refused: { name: string };
}>;
