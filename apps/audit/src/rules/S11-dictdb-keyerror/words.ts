import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'KeyError expected from a DictDB', ko: 'DictDB에서 나지 않는 KeyError를 기다립니다' },
  advice: {
    en: 'Compare what was read with the default of the type, or ask `key in container`.',
    ko: '읽은 값을 타입의 기본값과 비교하거나 `key in container`로 확인하세요.',
  },
  says: {
    never: {
      en: ({ item, given }) =>
        `${item} is a DictDB: a missing key gives ${given} and no KeyError, so this handler never runs.`,
      ko: ({ item, given }) =>
        `\`${item}\` 항목은 DictDB입니다. 없는 키는 KeyError 대신 ${given} 값을 주므로 이 처리는 실행되지 않습니다.`,
    },
  },
} satisfies RuleWords<{
  never: { item: string; given: string };
}>;
