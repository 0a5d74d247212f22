import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'The caller chooses whose rights count', ko: '누구의 권한을 볼지 호출자가 정합니다' },
  advice: {
    en: 'Compare self.msg.sender, or look up an allowance that the account gave to self.msg.sender.',
    ko: 'self.msg.sender를 비교하거나, 그 계정이 self.msg.sender에게 준 허용량을 확인하세요.',
  },
  says: {
    guard: {
      en: ({ parameter, authority }) =>
        `The guard compares the parameter ${parameter} with ${authority}: the caller chooses this value.`,
      ko: ({ parameter, authority }) =>
        `권한 검사가 매개변수 \`${parameter}\` 값을 \`${authority}\` 값과 비교합니다. 이 매개변수는 호출자가 정하는 값입니다.`,
    },
    optional: {
      en: ({ parameter }) =>
        `${parameter} is self.msg.sender only when the caller leaves it out; any address can be passed instead.`,
      ko: ({ parameter }) =>
        `\`${parameter}\` 매개변수는 생략할 때만 self.msg.sender입니다. 호출자가 다른 주소를 넣을 수 있습니다.`,
    },
    debit: {
      en: ({ item, parameter }) =>
        `${item} is lowered for ${parameter}, and nothing asks whether the caller may spend for it.`,
      ko: ({ item, parameter }) =>
        `\`${parameter}\` 계정의 \`${item}\` 항목을 줄이면서 호출자가 그럴 권한이 있는지 묻지 않습니다.`,
    },
    signer: {
      en: ({ parameter }) =>
        `Who signed is held against ${parameter}, which the caller chooses: everybody can sign for themselves.`,
      ko: ({ parameter }) =>
        `서명한 계정을 호출자가 정하는 \`${parameter}\` 값과 비교합니다. 누구나 자기 서명과 자기 주소를 넣을 수 있습니다.`,
    },
    holder: {
      en: ({ parameter }) =>
        `Who may do this is held against ${parameter}, which the caller chooses, and the sender is never looked at.`,
      ko: ({ parameter }) =>
        `권한이 있는 계정을 호출자가 정하는 \`${parameter}\` 값과 비교합니다. 실제로 누가 호출했는지는 보지 않습니다.`,
    },
    inName: {
      en: ({ entry, item, parameter }) =>
        `${entry} writes ${item} in the name of ${parameter}, whom the caller names: the sender is never looked at.`,
      ko: ({ entry, item, parameter }) =>
        `\`${entry}\` 메서드는 호출자가 고른 \`${parameter}\` 계정의 이름으로 \`${item}\` 항목을 씁니다. 실제로 누가 호출했는지는 보지 않습니다.`,
    },
  },
} satisfies RuleWords<{
  guard: { parameter: string; authority: string };
  optional: { parameter: string };
  debit: { item: string; parameter: string };
  signer: { parameter: string };
  holder: { parameter: string };
  inName: { entry: string; item: string; parameter: string };
}>;
