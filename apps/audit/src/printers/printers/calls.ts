import { callGraphOf, type OuterCall } from '../../domain/flow/call-graph.ts';
import type { Flow } from '../../domain/flow/flow.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { calledName } from '../effects.ts';
import { GraphDraft } from '../graph-draft.ts';
import type { Material } from '../material.ts';
import { byEntry, flagsOf, kindOfEntry, nameWithin } from '../methods.ts';
import { originWords } from '../origins.ts';
import type { GraphNode, Piece } from '../picture.ts';
import { defineGraph } from '../printer.ts';
import { text } from '../words.ts';

/** Who calls whom: inside the package, and out of it. */
export const calls = defineGraph(
  {
    name: 'calls',
    title: text('Calls', '호출'),
    about: text(
      'Which method calls which, those of base classes too, and which other contracts are called.',
      '어떤 메서드가 어떤 메서드를 부르는지(기반 클래스 포함), 어떤 다른 컨트랙트를 부르는지입니다.',
    ),
  },
  (materials) => {
    const draft = new GraphDraft();
    for (const material of materials) new CallDrawing(draft, material).draw();
    return {
      ...draft.parts,
      direction: 'LR',
      notes: materials.flatMap((material) => material.flowNotes),
    };
  },
);

class CallDrawing {
  readonly #draft: GraphDraft;
  readonly #material: Material;
  readonly #entries = new Map<FunctionModel, Flow>();

  constructor(draft: GraphDraft, material: Material) {
    this.#draft = draft;
    this.#material = material;
  }

  draw(): void {
    const flows = this.#material.contracts.flatMap((contract) => contract.flows.toSorted(byEntry));
    this.#drawAll(flows.filter(({ entry }) => entry.kind !== 'constructor'));
    this.#drawAll(this.#material.loose);
  }

  #drawAll(flows: readonly Flow[]): void {
    for (const flow of flows) if (!this.#entries.has(flow.entry.fn)) this.#entries.set(flow.entry.fn, flow);
    for (const { entry } of flows) this.#node(entry.fn);
    const { inner, outer } = callGraphOf(flows);
    for (const { from, to, wraps } of inner)
      this.#draft.edge(this.#node(from), this.#node(to), wraps ? [WRAPPED] : []);
    for (const call of outer) this.#draft.edge(this.#node(call.from), this.#outside(call), labelOf(call));
  }

  #node(fn: FunctionModel): string {
    return this.#draft.node(fn, (): Omit<GraphNode, 'id'> => {
      const entry = this.#entries.get(fn)?.entry;
      const lines = entry === undefined ? [] : flagsOf(entry);
      return {
        label: { text: nameWithin(fn) },
        lines: lines.length === 0 ? [] : [joined(lines)],
        kind: entry === undefined ? 'inner' : kindOfEntry(entry),
        cluster: this.#clusterOf(fn),
        at: this.#material.placeOf(fn),
      };
    });
  }

  /** The class that a function is written in, or its module. */
  #clusterOf(fn: FunctionModel): string {
    let outermost = fn;
    while (outermost.outer !== undefined) outermost = outermost.outer;
    const { owner, module } = outermost;
    const { file } = this.#material.place({ module, node: fn.node });
    return this.#draft.cluster(owner ?? module, { text: owner === undefined ? file : owner.name });
  }

  #outside({ action, at }: OuterCall): string {
    if (action.kind === 'transfer') {
      const key = `${this.#material.program.package.root} icx`;
      return this.#draft.node(key, () => ({
        label: { text: text('ICX paid out', 'ICX 지급') },
        lines: [],
        kind: 'icx',
        cluster: undefined,
        at: undefined,
      }));
    }
    const { cls, method, address } = action;
    const key = `${this.#material.program.package.root} ${cls?.module.path ?? ''} ${calledName(action)}`;
    return this.#draft.node(key, () => ({
      label: { text: method },
      lines: [{ text: originWords(this.#material, address, at.module), tone: 'muted' }],
      kind: 'outside',
      cluster: cls === undefined ? undefined : this.#draft.cluster(cls, { text: cls.name }),
      at: cls === undefined ? this.#material.place(at) : this.#material.placeOf(cls),
    }));
  }
}

const WRAPPED: Piece = { text: text('decorator', '데코레이터'), tone: 'muted' };

const labelOf = ({ action }: OuterCall): Piece[] => {
  if (action.kind === 'transfer') return [{ text: action.how }];
  return action.sent === undefined ? [] : [{ text: text('with ICX', 'ICX와 함께'), tone: 'warn' }];
};

/** Several pieces as one line; its words are those of ours when one of them is. */
export function joined(pieces: readonly Piece[], by = ' · '): Piece {
  const say = (language: 'en' | 'ko') =>
    pieces.map(({ text: words }) => (typeof words === 'string' ? words : words[language])).join(by);
  return {
    text: { en: say('en'), ko: say('ko') },
    tone: pieces.find(({ tone }) => tone !== undefined)?.tone,
  };
}
