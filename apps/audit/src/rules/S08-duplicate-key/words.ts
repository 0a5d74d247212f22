import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Two containers share one storage key', ko: '두 컨테이너가 같은 저장 키를 씁니다' },
  advice: {
    en: 'Give each container a name of its own; give each helper object a prefix of its own.',
    ko: '컨테이너마다 다른 이름을 주고, 헬퍼 객체마다 다른 접두어를 주세요.',
  },
  says: {
    name: {
      en: ({ attribute, other, container, key, line }) =>
        `${attribute} and ${other} (line ${line}) are both of kind ${container} and named "${key}": what one writes, the other reads.`,
      ko: ({ attribute, other, container, key, line }) =>
        `\`${attribute}\` 속성과 \`${other}\` 속성(${line}번째 줄)은 이름이 "${key}"로 같은 ${container}입니다. 한쪽이 쓴 값을 다른 쪽이 읽습니다.`,
    },
    prefix: {
      en: ({ attribute, other, prefix, line }) =>
        `${attribute} gets the prefix "${prefix}", as ${other} does (line ${line}): they share all containers.`,
      ko: ({ attribute, other, prefix, line }) =>
        `\`${attribute}\` 속성과 \`${other}\` 속성(${line}번째 줄)이 같은 접두어 "${prefix}"를 받아 모든 컨테이너를 함께 씁니다.`,
    },
  },
} satisfies RuleWords<{
  name: { attribute: string; other: string; container: string; key: string; line: number };
  prefix: { attribute: string; other: string; prefix: string; line: number };
}>;
