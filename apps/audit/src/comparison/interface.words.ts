import type { Text } from '../catalogue/finding.ts';
import { flagsOf, type InterfaceChange, type Sort } from '../domain/versions/interface-changes.ts';

interface Told {
  readonly text: Text;
  readonly effect: Text | undefined;
  readonly risky: boolean;
}

const KOREAN: Readonly<Record<Sort, string>> = {
  method: '메서드',
  event: '이벤트',
  update: '업데이트 메서드',
};

/** What a change of the interface is, and what it does to callers and readers of the log. */
export function tellInterface(change: InterfaceChange): Told {
  const { name } = change;
  const ko = `${KOREAN[change.sort]} \`${name}\``;
  switch (change.kind) {
    case 'added': {
      const flags = flagsOf(change.fn);
      return {
        text: { en: `${name} is new: ${flags}`, ko: `${ko}: 새로 생겼습니다. ${flags}` },
        effect: undefined,
        risky: false,
      };
    }
    case 'removed':
      return {
        text: {
          en: `${name} is gone: ${flagsOf(change.older)}`,
          ko: `${ko}: 없어졌습니다. ${flagsOf(change.older)}`,
        },
        effect: change.sort === 'event' ? LOG : CALLERS,
        risky: change.sort !== 'update',
      };
    case 'flags':
      return {
        ...both(name, ko, change.was, change.is),
        effect: flagEffect(change.was, change.is),
        risky: true,
      };
    case 'returns':
      return {
        text: {
          en: `${name} answered ${shown(change.was)} and answers ${shown(change.is)}`,
          ko: `${ko}: 반환 타입이 바뀌었습니다. ${shown(change.was)} → ${shown(change.is)}`,
        },
        effect: ANSWER,
        risky: true,
      };
    case 'indexed':
      return {
        text: {
          en: `${name} had indexed=${change.was} and has indexed=${change.is}`,
          ko: `${ko}: indexed=${change.was} → indexed=${change.is}`,
        },
        effect: LOG,
        risky: true,
      };
    case 'order':
      return {
        text: {
          en: `${name} takes its parameters in another order: ${change.was} → ${change.is}`,
          ko: `${ko}: 파라미터 순서가 바뀌었습니다: ${change.was} → ${change.is}`,
        },
        effect: change.sort === 'event' ? LOG : PLACES,
        risky: true,
      };
    default:
      return parameter(change, ko);
  }
}

type ParameterChange = Extract<InterfaceChange, { readonly parameter: string }>;

function parameter(change: ParameterChange, ko: string): Told {
  const { name, sort, parameter: which } = change;
  const effect = sort === 'event' ? LOG : sort === 'update' ? DEPLOYER : CALLERS;
  switch (change.kind) {
    case 'parameter added': {
      const { optional } = change;
      const kept = optional && sort !== 'event';
      return {
        text: {
          en: `${name} takes ${which}, which is new${optional ? ' and may be left out' : ''}`,
          ko: `${ko}: 파라미터 \`${which}\` 추가${optional ? '(생략 가능)' : ''}`,
        },
        effect: kept ? undefined : effect,
        risky: !kept,
      };
    }
    case 'parameter removed':
      return {
        text: {
          en: `${name} takes no ${which} any more`,
          ko: `${ko}: 파라미터 \`${which}\` 삭제`,
        },
        effect,
        risky: true,
      };
    case 'parameter renamed':
      return {
        text: {
          en: `${name}: parameter ${change.was} is called ${change.is}`,
          ko: `${ko}: 파라미터 이름이 바뀌었습니다. \`${change.was}\` → \`${change.is}\``,
        },
        effect: sort === 'method' ? NAMES : undefined,
        risky: sort === 'method',
      };
    case 'parameter type':
      return {
        text: {
          en: `${name}: parameter ${which} was ${shown(change.was)} and is ${shown(change.is)}`,
          ko: `${ko}: 파라미터 \`${which}\` 타입이 바뀌었습니다. ${shown(change.was)} → ${shown(change.is)}`,
        },
        effect,
        risky: true,
      };
    case 'parameter default':
      return {
        text: {
          en: `${name}: ${which} left out was ${shown(change.was)} and is ${shown(change.is)}`,
          ko: `${ko}: 파라미터 \`${which}\` 기본값이 바뀌었습니다. ${shown(change.was)} → ${shown(change.is)}`,
        },
        effect: change.is === '' ? effect : USUAL,
        risky: true,
      };
  }
}

const shown = (text: string) => (text === '' ? '–' : text);

const both = (name: string, ko: string, was: string, is: string) => ({
  text: { en: `${name} was ${shown(was)} and is ${shown(is)}`, ko: `${ko}: ${shown(was)} → ${shown(is)}` },
});

function flagEffect(was: string, is: string): Text | undefined {
  if (is.includes('@payable') && !was.includes('@payable'))
    return { en: 'It takes ICX now.', ko: '이제 ICX를 받습니다.' };
  if (was.includes('@payable') && !is.includes('@payable'))
    return { en: 'A call with ICX fails now.', ko: '이제 ICX를 보내는 호출이 실패합니다.' };
  if (is.includes('readonly'))
    return { en: 'It can no longer be sent as a transaction.', ko: '이제 트랜잭션으로 보낼 수 없습니다.' };
  if (was.includes('readonly'))
    return { en: 'It can no longer be asked without a transaction.', ko: '이제 조회로 부를 수 없습니다.' };
  return undefined;
}

const CALLERS: Text = {
  en: 'Wallets and contracts that call it as before fail.',
  ko: '이전처럼 호출하는 지갑과 컨트랙트가 실패합니다.',
};
const NAMES: Text = {
  en: 'Transactions name their parameters: those with the old name fail.',
  ko: '트랜잭션은 파라미터를 이름으로 보내므로 이전 이름을 쓰면 실패합니다.',
};
const PLACES: Text = {
  en: 'Contracts pass arguments by place: they now mean something else.',
  ko: '컨트랙트는 인자를 순서로 넘기므로 뜻이 달라집니다.',
};
const ANSWER: Text = {
  en: 'Who reads the answer as before reads it wrongly.',
  ko: '이전처럼 결과를 읽으면 잘못 읽습니다.',
};
const USUAL: Text = {
  en: 'Callers that leave it out get something else.',
  ko: '생략하던 호출의 결과가 달라집니다.',
};
const LOG: Text = {
  en: 'Who follows the log by its signature does not find it any more.',
  ko: '시그니처로 로그를 따라가던 곳에서는 더 이상 찾지 못합니다.',
};
const DEPLOYER: Text = {
  en: 'Whoever deploys the update has to pass other parameters.',
  ko: '업데이트를 배포할 때 넘길 파라미터가 달라집니다.',
};
