import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'State that only an update sets', ko: '업데이트만 채우는 상태가 있습니다' },
  advice: {
    en: 'Set it in on_install as well, best in one helper that both call and that fills in only what is empty.',
    ko: 'on_install에서도 채우세요. 비어 있는 것만 채우는 헬퍼를 만들어 둘 다 부르는 것이 가장 좋습니다.',
  },
  says: {
    needed: {
      en: ({ item, reader, given }) =>
        `${item} is set only in on_update; after a fresh installation ${reader} finds ${given}.`,
      ko: ({ item, reader, given }) =>
        `\`${item}\` 항목은 on_update에서만 채웁니다. 새로 설치한 컨트랙트에서는 \`${reader}\` 메서드가 ${given} 값을 읽습니다.`,
    },
  },
} satisfies RuleWords<{
  needed: { item: string; reader: string; given: string };
}>;
