import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Any contract passes as an authority', ko: '컨트랙트이기만 하면 권한을 인정합니다' },
  advice: {
    en: 'Compare self.msg.sender with the exact address of the contract that may call.',
    ko: '호출해도 되는 컨트랙트의 정확한 주소와 self.msg.sender를 비교하세요.',
  },
  says: {
    write: {
      en: ({ entry, item }) =>
        `${entry} writes ${item} for every contract that calls; anyone can deploy one.`,
      ko: ({ entry, item }) =>
        `\`${entry}\` 메서드는 어떤 컨트랙트가 호출해도 \`${item}\` 항목을 씁니다. 컨트랙트는 누구나 배포할 수 있습니다.`,
    },
    outflow: {
      en: ({ entry, call }) =>
        `${entry} reaches ${call} for every contract that calls; anyone can deploy one.`,
      ko: ({ entry, call }) =>
        `\`${entry}\` 메서드는 어떤 컨트랙트가 호출해도 \`${call}\` 지급을 합니다. 컨트랙트는 누구나 배포할 수 있습니다.`,
    },
  },
} satisfies RuleWords<{ write: { entry: string; item: string }; outflow: { entry: string; call: string } }>;
