import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'f is missing before a string with names in braces',
    ko: '중괄호에 이름이 있는 문자열 앞에 f가 없습니다',
  },
  advice: {
    en: 'Write f before the quote, and double the braces that shall stay.',
    ko: '따옴표 앞에 f를 붙이고, 그대로 남길 중괄호는 두 번 쓰세요.',
  },
  says: {
    plain: {
      en: ({ name }) => `{${name}} stays as it is, because the string has no f before it.`,
      ko: ({ name }) => `문자열 앞에 f가 없어 \`{${name}}\` 부분이 글자 그대로 남습니다.`,
    },
    key: {
      en: ({ name, container }) =>
        `${container} has the same key for every ${name}, because the string has no f before it.`,
      ko: ({ name, container }) =>
        `문자열 앞에 f가 없어 \`${name}\` 값과 관계없이 \`${container}\` 컨테이너의 키가 같습니다.`,
    },
  },
} satisfies RuleWords<{ plain: { name: string }; key: { name: string; container: string } }>;
