import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Name is not defined', ko: '정의되지 않은 이름입니다' },
  advice: {
    en: 'Define or import the name; what belongs to the contract is reached through self.',
    ko: '이름을 정의하거나 가져오세요. 컨트랙트에 속한 것은 self를 거쳐 씁니다.',
  },
  says: {
    unknown: {
      en: ({ name }) => `${name} is defined nowhere.`,
      ko: ({ name }) => `\`${name}\` 이름이 어디에도 정의되어 있지 않습니다.`,
    },
    similar: {
      en: ({ name, meant }) => `${name} is defined nowhere; did you mean ${meant}?`,
      ko: ({ name, meant }) =>
        `\`${name}\` 이름이 어디에도 정의되어 있지 않습니다. \`${meant}\` 이름을 쓰려던 것인가요?`,
    },
    notImported: {
      en: ({ name }) => `${name} comes from iconservice, but this file does not import it.`,
      ko: ({ name }) => `\`${name}\` 이름은 iconservice에 있지만 이 파일에서 가져오지 않았습니다.`,
    },
    early: {
      en: ({ name }) => `${name} is needed here while the file is loaded, and is defined further down only.`,
      ko: ({ name }) => `파일을 올리는 동안 여기서 \`${name}\` 이름이 필요한데 정의는 더 아래에 있습니다.`,
    },
    unset: {
      en: ({ name }) => `${name} has no value here on one of the ways that lead to this line.`,
      ko: ({ name }) => `이 줄에 이르는 길 가운데 하나에서는 \`${name}\` 변수에 값이 없습니다.`,
    },
    noSelf: {
      en: ({ method }) => `${method} uses self and does not take it: self must be its first parameter.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드가 self를 쓰지만 받지 않습니다. 첫 번째 매개변수가 self여야 합니다.`,
    },
    parent: {
      en: ({ method, owner }) => `No class above ${owner} has a method ${method}: this raises.`,
      ko: ({ method, owner }) =>
        `\`${owner}\` 위의 어느 클래스에도 \`${method}\` 메서드가 없으므로 예외가 납니다.`,
    },
    attribute: {
      en: ({ name, owner }) => `Nothing gives ${owner} an attribute ${name}.`,
      ko: ({ name, owner }) => `\`${owner}\` 클래스에는 \`${name}\` 속성이 없습니다.`,
    },
    similarAttribute: {
      en: ({ name, owner, meant }) => `Nothing gives ${owner} an attribute ${name}; did you mean ${meant}?`,
      ko: ({ name, owner, meant }) =>
        `\`${owner}\` 클래스에는 \`${name}\` 속성이 없습니다. \`${meant}\` 속성을 쓰려던 것인가요?`,
    },
  },
} satisfies RuleWords<{
  unknown: { name: string };
  similar: { name: string; meant: string };
  notImported: { name: string };
  early: { name: string };
  unset: { name: string };
  noSelf: { method: string };
  parent: { method: string; owner: string };
  attribute: { name: string; owner: string };
  similarAttribute: { name: string; owner: string; meant: string };
}>;
