import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'An update resets live state', ko: '업데이트가 운영 중인 상태를 되돌립니다' },
  advice: {
    en: 'Set it only when it is empty, or migrate once behind a stored layout version; pass new values as parameters of on_update.',
    ko: '값이 비어 있을 때만 쓰거나, 저장된 레이아웃 버전을 확인해 한 번만 이전하세요. 바꿀 값은 on_update의 파라미터로 넘기세요.',
  },
  says: {
    write: {
      en: ({ item, value, writers }) =>
        `on_update sets ${item} to ${value} each time; it is live state that ${writers} wrote.`,
      ko: ({ item, value, writers }) =>
        `on_update가 실행될 때마다 \`${item}\` 항목을 \`${value}\` 값으로 덮어씁니다. 이 상태는 \`${writers}\` 메서드가 이미 썼습니다.`,
    },
    helper: {
      en: ({ call, items }) =>
        `on_update calls ${call}, which sets ${items} again without looking at what is stored.`,
      ko: ({ call, items }) =>
        `on_update가 호출하는 \`${call}\` 메서드는 저장된 값을 보지 않고 \`${items}\` 항목을 다시 씁니다.`,
    },
    removed: {
      en: ({ item, writers }) =>
        `on_update removes ${item} each time; it is live state that ${writers} wrote.`,
      ko: ({ item, writers }) =>
        `on_update가 실행될 때마다 \`${item}\` 항목을 지웁니다. 이 상태는 \`${writers}\` 메서드가 썼습니다.`,
    },
    older: {
      en: ({ item, value }) =>
        `on_update sets ${item} to ${value}, but the older version already keeps a value there.`,
      ko: ({ item, value }) =>
        `on_update가 \`${item}\` 항목을 \`${value}\` 값으로 쓰지만, 이전 버전이 이미 그 자리에 값을 저장해 두었습니다.`,
    },
  },
} satisfies RuleWords<{
  write: { item: string; value: string; writers: string };
  helper: { call: string; items: string };
  removed: { item: string; writers: string };
  older: { item: string; value: string };
}>;
