import type { Text } from '../../catalogue/finding.ts';
import type { Where } from '../../catalogue/rule.ts';
import { isStep, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { growthOf, type Growth } from '../../domain/loops/length.ts';
import { unboundedTurns, type Unbounded } from '../../domain/loops/turns.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Module } from '../../domain/package/package.ts';
import type { Node } from '../../domain/python/tree.ts';
import { counted, listed, nothing, places, seen, type Look, type Looker, type Seen } from '../look.ts';

/** A loop as one contract runs it; of a function that no contract reaches, nothing more is known. */
interface Run {
  readonly step: StepOf<'loop'>;
  readonly contract: ContractModel | undefined;
  readonly open: Unbounded | undefined;
}

/** CL-C01: every loop that runs, and what decides how often. */
export const lookAtLoops: Looker = (subject): Look => {
  const loops = runsByLoop(subject);
  if (loops.size > 0) return { seen: [...loops.values()].map(loopSeen) };
  const entries = subject.contracts.reduce((sum, { flows }) => sum + flows.length, 0);
  return nothing(
    `There is no loop in what ${counted(entries, 'method')} and their helpers do.`,
    `메서드 ${entries}개와 그 도우미가 하는 일에 반복문이 없습니다.`,
  );
};

/** Of several runs of a loop, one that nothing bounds. */
function runsByLoop({ contracts, loose }: Subject): Map<Node, Run> {
  const loops = new Map<Node, Run>();
  const add = (flow: Flow, contract: ContractModel | undefined) => {
    for (const step of flow.steps) {
      if (!isStep(step, 'loop')) continue;
      const { node } = step.action.loop;
      const open = contract === undefined ? undefined : unboundedTurns(contract, flow, step);
      if (!loops.has(node) || (open !== undefined && loops.get(node)?.open === undefined))
        loops.set(node, { step, contract, open });
    }
  };
  for (const contract of contracts) for (const flow of contract.flows) add(flow, contract);
  for (const flow of loose) add(flow, undefined);
  return loops;
}

function loopSeen(run: Run): Seen {
  const { node, module } = run.step.action.loop;
  const header = sourceOf(module, { ...node, end: headEnd(node) }, 70);
  const { en, ko } = roundsOf(run);
  return seen(`\`${header}\`: ${en}`, `\`${header}\`: ${ko}`, [headOf(module, node)]);
}

const headOf = (module: Module, node: Node): Where => ({
  module,
  node: { start: node.start, end: headEnd(node) },
});

function headEnd(node: Node): number {
  if (node.kind === 'For') return node.iterable.end;
  return node.kind === 'While' ? node.test.end : node.end;
}

/** What decides how often it runs, as far as it is known. */
function roundsOf({ step, contract, open }: Run): Text {
  const { bound } = step.action.loop;
  if (open?.kind === 'storage') return overStorage(open.item.name, open.growth);
  if (open !== undefined) return BY_OTHERS[open.kind];
  if (bound.kind === 'fixed') return { en: 'as often as is written', ko: '소스에 적힌 횟수만큼 돕니다' };
  if (bound.kind === 'test') return { en: 'as long as its test holds', ko: '조건이 참인 동안 돕니다' };
  if (bound.kind === 'value' || contract === undefined) return NOT_LONG;
  return overStorage(bound.item.name, growthOf(contract, bound.item));
}

const NOT_LONG: Text = {
  en: 'nothing was found that makes it long',
  ko: '길어지게 하는 것을 찾지 못했습니다',
};

const BY_OTHERS: Readonly<Record<Exclude<Unbounded['kind'], 'storage'>, Text>> = {
  count: { en: 'as often as the caller says', ko: '호출자가 정한 횟수만큼 돕니다' },
  list: { en: 'as often as what the caller gives is long', ko: '호출자가 준 것의 길이만큼 돕니다' },
  answer: { en: 'as often as another contract answers', ko: '다른 컨트랙트의 답에 따라 돕니다' },
};

function overStorage(name: string, growth: Growth | undefined): Text {
  if (growth === undefined)
    return {
      en: `over \`${name}\`, which nothing makes longer without a limit`,
      ko: `\`${name}\` 저장소를 돕니다. 제한 없이 늘리는 곳이 없습니다`,
    };
  const writer = growth.flow.entry.fn.name;
  return {
    en: `over \`${name}\`, which \`${writer}\` makes longer`,
    ko: `\`${name}\` 저장소를 돕니다. \`${writer}\` 메서드가 늘립니다`,
  };
}

/** CL-C02: loops with a test; those over a collection end with it. */
export const lookAtEndings: Looker = ({ facts }): Look => {
  const loops = facts.of('While');
  const walks = facts.of('For').length;
  if (loops.length === 0 && walks === 0)
    return nothing('There is neither a `while` nor a `for`.', '`while`도 `for`도 없습니다.');
  if (loops.length === 0)
    return nothing(
      `There is no \`while\`; ${counted(walks, '`for` loop')} run over something that ends.`,
      `\`while\` 반복문이 없습니다. \`for\` 반복문 ${walks}개는 끝이 있는 것을 돕니다.`,
    );
  const heads = places(loops.map(({ module, node }) => headOf(module, node)));
  const names = listed(
    loops.map(({ module, node }) => sourceOf(module, { ...node, end: headEnd(node) }, 70)),
  );
  return {
    seen: [
      seen(
        `${counted(heads.length, '`while` loop')}: ${names}`,
        `\`while\` 반복문 ${heads.length}개: ${names}`,
        heads,
      ),
    ],
  };
};
