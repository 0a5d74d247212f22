import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Constructor reads or writes the database', ko: '생성자가 DB를 읽거나 씁니다' },
  advice: {
    en: 'Create containers in `__init__`; set first values in `on_install` and read where the value is used.',
    ko: '`__init__`에서는 컨테이너만 만드세요. 첫 값은 `on_install`에서 쓰고, 값은 쓰는 곳에서 읽으세요.',
  },
  says: {
    direct: {
      en: ({ access }) =>
        `\`${access}\` touches the database in \`__init__\`, which runs each time a node makes the object.`,
      ko: ({ access }) =>
        `\`${access}\` 코드가 \`__init__\`에서 DB에 접근합니다. \`__init__\`은 노드가 객체를 만들 때마다 실행됩니다.`,
    },
    through: {
      en: ({ call, access }) =>
        `\`${call}\` in \`__init__\` leads to \`${access}\`, which touches the database.`,
      ko: ({ call, access }) =>
        `\`__init__\`의 \`${call}\` 코드가 DB에 접근하는 \`${access}\` 코드로 이어집니다.`,
    },
  },
} satisfies RuleWords<{ direct: { access: string }; through: { call: string; access: string } }>;
