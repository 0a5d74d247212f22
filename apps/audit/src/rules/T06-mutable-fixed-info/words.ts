import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Name, symbol or decimals can change', ko: '이름, 심볼, 소수 자릿수가 바뀔 수 있습니다' },
  advice: {
    en: 'Set it in on_install only and remove the setter.',
    ko: 'on_install에서만 값을 정하고 설정 메서드를 없애세요.',
  },
  says: {
    written: {
      en: ({ reader, method }) => `${method} changes what ${reader}() answers after the install.`,
      ko: ({ reader, method }) => `\`${method}\` 메서드가 설치 뒤에 \`${reader}()\` 값을 바꿉니다.`,
    },
    keyed: {
      en: ({ reader, method, item }) =>
        `${method} writes ${item} under a key that the caller chooses, and ${reader}() reads it.`,
      ko: ({ reader, method, item }) =>
        `\`${method}\` 메서드가 호출자가 고른 키로 \`${item}\` 항목을 쓰고, \`${reader}()\` 메서드가 그 항목을 읽습니다.`,
    },
    differs: {
      en: ({ reader, before, after }) =>
        `${reader}() answered ${before} in the older version and answers ${after} now.`,
      ko: ({ reader, before, after }) =>
        `\`${reader}()\` 값이 이전 버전의 \`${before}\` 값에서 \`${after}\` 값으로 바뀌었습니다.`,
    },
    added: {
      en: ({ reader }) => `${reader}() was not in the older version; it cannot be added by an update.`,
      ko: ({ reader }) => `\`${reader}()\` 메서드는 이전 버전에 없었습니다. 업데이트로 추가할 수 없습니다.`,
    },
  },
} satisfies RuleWords<{
  written: { reader: string; method: string };
  keyed: { reader: string; method: string; item: string };
  differs: { reader: string; before: string; after: string };
  added: { reader: string };
}>;
