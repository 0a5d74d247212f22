import { argumentsOf } from '../../domain/flow/arguments.ts';
import { callersAt, keyOfCaller, type Caller } from '../../domain/access/callers.ts';
import { moneyFlows, type MoneyFlow, type SumChange } from '../../domain/access/money.ts';
import type { Outflow } from '../../domain/access/outflow.ts';
import type { ContractModel, StepOf } from '../../domain/flow/flow.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { StorageItem, Value } from '../../domain/flow/values.ts';
import type { Module } from '../../domain/package/package.ts';
import { calledName } from '../effects.ts';
import { GraphDraft } from '../graph-draft.ts';
import type { Material } from '../material.ts';
import { flagsOf, kindOfEntry, nameWithin } from '../methods.ts';
import { originWords } from '../origins.ts';
import type { NodeKind, Piece } from '../picture.ts';
import { defineGraph } from '../printer.ts';
import { callerWords, isWide, oneOf, text } from '../words.ts';
import { joined } from './calls.ts';

/** How ICX and tokens come in, where they are kept, and how they leave. */
export const flow = defineGraph(
  {
    name: 'flow',
    title: text('Flow of ICX and tokens', 'ICX와 토큰의 흐름'),
    about: text(
      'How ICX and tokens come in, which sums in storage they move, and who gets them. A dashed line: the sum says how much.',
      'ICX와 토큰이 들어와 어떤 저장 값에 기록되고 누구에게 나가는지입니다. 점선은 그 값이 금액을 정한다는 뜻입니다.',
    ),
  },
  (materials) => {
    const draft = new GraphDraft();
    const several = materials.flatMap(({ classes }) => classes).length > 1;
    for (const material of materials)
      for (const contract of material.contracts) new FlowDrawing(draft, material, contract, several).draw();
    return {
      ...draft.parts,
      direction: 'LR',
      notes: materials.flatMap((material) => material.flowNotes),
    };
  },
);

class FlowDrawing {
  readonly #draft: GraphDraft;
  readonly #material: Material;
  readonly #contract: ContractModel;
  readonly #several: boolean;

  constructor(draft: GraphDraft, material: Material, contract: ContractModel, several: boolean) {
    this.#draft = draft;
    this.#material = material;
    this.#contract = contract;
    this.#several = several;
  }

  draw(): void {
    const flows = moneyFlows(this.#contract);
    for (const money of flows) if (money.takes !== undefined) this.#drawIn(money, money.takes);
    for (const money of flows) this.#drawChanges(money);
    for (const money of flows) {
      for (const outflow of money.outflows) this.#drawOut(money, outflow);
      for (const step of money.others) this.#drawOther(money, step);
    }
  }

  #drawIn(money: MoneyFlow, takes: 'icx' | 'token'): void {
    const words =
      takes === 'icx' ? text('ICX comes in', '들어오는 ICX') : text('tokens come in', '들어오는 토큰');
    this.#draft.edge(this.#side(`in ${takes}`, { text: words }, takes), this.#method(money));
  }

  #drawChanges(money: MoneyFlow): void {
    const method = this.#method(money);
    for (const step of money.pulls) {
      const from = this.#side(
        `pull ${calledName(step.action)}`,
        { text: calledName(step.action) },
        'outside',
      );
      this.#draft.edge(from, method);
    }
    for (const change of money.changes) this.#drawChange(method, change);
    for (const item of money.deciding) this.#draft.edge(this.#sum(item), method, [], true);
  }

  #drawChange(method: string, { step, how, amount }: SumChange): void {
    const sum = this.#sum(step.action.item);
    if (how === 'up' || how === 'set')
      this.#draft.edge(method, sum, [this.#signed(how === 'up' ? '+' : '=', amount, step.module)]);
    else if (how === 'down') this.#draft.edge(sum, method, [this.#signed('−', amount, step.module)]);
    else this.#draft.edge(sum, method, [{ text: text('all', '전부') }]);
  }

  #drawOut(money: MoneyFlow, { step, kind, to, amount }: Outflow): void {
    const { action, module } = step;
    const how = action.kind === 'transfer' ? action.how : calledName(action);
    const much = amount === undefined ? text('', '') : originWords(this.#material, amount, module);
    const label: Piece = {
      text: { en: `${how}: ${much.en}`, ko: `${how}: ${much.ko}` },
      at: this.#material.place(step),
    };
    const whom =
      to === undefined
        ? text('whom it decides', '호출 대상이 정함')
        : originWords(this.#material, to, module);
    const prefix =
      kind === 'icx' ? 'ICX' : kind === 'token' ? text('tokens', '토큰') : text('new tokens', '새 토큰');
    const words = (language: 'en' | 'ko') =>
      `${typeof prefix === 'string' ? prefix : prefix[language]} → ${whom[language]}`;
    const node = this.#side(
      `out ${kind} ${whom.en}`,
      { text: { en: words('en'), ko: words('ko') } },
      'caller',
    );
    this.#draft.edge(this.#method(money), node, [label]);
  }

  #drawOther(money: MoneyFlow, step: StepOf<'external'>): void {
    const { args, keywords } = step.action;
    const sums = argumentsOf({ args, keywords }).filter(({ types }) => isOnly(types, Type.int));
    const label = sums.map((sum): Piece => ({ text: originWords(this.#material, sum, step.module) }));
    const name = calledName(step.action);
    this.#draft.edge(this.#method(money), this.#side(`other ${name}`, { text: name }, 'outside'), label);
  }

  #signed(sign: string, amount: Value | undefined, module: Module): Piece {
    const words = amount === undefined ? text('', '') : originWords(this.#material, amount, module);
    return { text: { en: `${sign} ${words.en}`, ko: `${sign} ${words.ko}` } };
  }

  #method(money: MoneyFlow): string {
    const { entry } = money.flow;
    return this.#draft.node(money.flow, () => ({
      label: { text: nameWithin(entry.fn) },
      lines: [joined(flagsOf(entry)), this.#callers(money)],
      kind: kindOfEntry(entry),
      cluster: this.#cluster(),
      at: this.#material.placeOf(entry.fn),
    }));
  }

  /** Whoever moves something there; where nothing is moved, whoever gets to the end. */
  #callers({ flow: whole, changes, outflows, pulls, others }: MoneyFlow): Piece {
    const moves: readonly Step[] = [
      ...changes.map(({ step }) => step),
      ...outflows.map(({ step }) => step),
      ...pulls,
      ...others,
    ];
    const ends = moves.length > 0 ? moves : whole.steps.filter(({ action }) => action.kind === 'exit');
    if (ends.length === 0) return { text: text('always fails', '늘 실패함'), tone: 'good' };
    const callers = new Map<string, Caller>();
    for (const step of ends)
      for (const caller of callersAt(this.#contract, whole, step)) callers.set(keyOfCaller(caller), caller);
    const those = [...callers.values()];
    return { text: oneOf(those.map(callerWords)), tone: those.some(isWide) ? 'warn' : 'good' };
  }

  #sum(item: StorageItem): string {
    return this.#draft.node(item, () => ({
      label: { text: item.name },
      lines: [{ text: item.kind, tone: 'muted' }],
      kind: 'storage',
      cluster: this.#cluster(),
      at: this.#material.place(item),
    }));
  }

  /** What stands outside of the contract, on either side. */
  #side(key: string, label: Piece, kind: NodeKind): string {
    const { module, node } = this.#contract.cls;
    return this.#draft.node(
      `${this.#material.program.package.root} ${module.path}:${node.start} ${key}`,
      () => ({
        label,
        lines: [],
        kind,
        cluster: this.#cluster(),
        at: undefined,
      }),
    );
  }

  #cluster(): string | undefined {
    if (!this.#several) return undefined;
    return this.#draft.cluster(this.#contract.cls, { text: this.#material.titleOf(this.#contract.cls) });
  }
}
