import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Stored text grows with each call', ko: '호출할 때마다 저장된 문자열이 길어집니다' },
  advice: {
    en: 'Put each entry into an ArrayDB, or into a DictDB under a running number.',
    ko: '항목마다 ArrayDB에 넣거나, 일련번호를 키로 DictDB에 저장하세요.',
  },
  says: {
    concatenation: {
      en: ({ item, entry }) =>
        `${entry} stores ${item} again with something appended: each call writes the whole text once more.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드가 \`${item}\` 항목에 덧붙여 다시 저장합니다. 호출할 때마다 문자열 전체를 새로 씁니다.`,
    },
    json: {
      en: ({ item, list, entry }) =>
        `${entry} reads the list ${list} out of ${item}, makes it longer and stores it again as text.`,
      ko: ({ item, list, entry }) =>
        `\`${entry}\` 메서드가 \`${item}\` 항목에서 \`${list}\` 목록을 꺼내 늘린 뒤 다시 문자열로 저장합니다.`,
    },
  },
} satisfies RuleWords<{
  concatenation: { item: string; entry: string };
  json: { item: string; list: string; entry: string };
}>;
