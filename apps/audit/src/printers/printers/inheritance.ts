import { overridesOf } from '../../domain/model/overrides.ts';
import type { BaseModel, ClassModel } from '../../domain/model/program.ts';
import { GraphDraft } from '../graph-draft.ts';
import type { Material } from '../material.ts';
import type { NodeKind, Piece } from '../picture.ts';
import { defineGraph } from '../printer.ts';
import { text } from '../words.ts';

/** Classes and their bases, IconScoreBase at the top. */
export const inheritance = defineGraph(
  {
    name: 'inheritance',
    title: text('Inheritance', '상속'),
    about: text(
      'Classes and their bases, the order in which methods are looked up, and which methods override others.',
      '클래스와 기반 클래스, 메서드를 찾는 순서, 덮어쓴 메서드입니다.',
    ),
  },
  (materials) => {
    const draft = new GraphDraft();
    for (const material of materials) drawClasses(draft, material);
    return { ...draft.parts, direction: 'BT', notes: materials.flatMap((material) => material.notes) };
  },
);

function drawClasses(draft: GraphDraft, material: Material): void {
  for (const cls of shownClasses(material)) {
    const id = classNode(draft, material, cls);
    for (const [index, base] of cls.bases.entries()) {
      const label = cls.bases.length > 1 ? [{ text: String(index + 1) }] : [];
      draft.edge(id, baseNode(draft, material, base), label);
    }
  }
}

/** All classes of the package, or the lineage of the one that is wanted. */
function shownClasses({ program, classes, narrowed }: Material): readonly ClassModel[] {
  if (!narrowed) return program.classes.filter(({ role }) => role !== 'struct');
  return [...new Set(classes.flatMap(({ order }) => order))];
}

const KINDS: Readonly<Record<ClassModel['role'], NodeKind>> = {
  contract: 'contract',
  interface: 'interface',
  struct: 'helper',
  exception: 'helper',
  helper: 'helper',
};

const classNode = (draft: GraphDraft, material: Material, cls: ClassModel): string =>
  draft.node(cls, () => ({
    label: { text: cls.name },
    lines: [
      { text: material.placeOf(cls).file, tone: 'muted' },
      ...orderLines(cls),
      ...overridesOf(cls).map(({ fn, above }): Piece => {
        const of = above.owner?.name ?? '';
        return { text: text(`${fn.name} overrides ${of}`, `${fn.name}: ${of} 것을 덮어씀`) };
      }),
    ],
    kind: KINDS[cls.role],
    cluster: undefined,
    at: material.placeOf(cls),
  }));

/** The order of look-up, where it is not plain from the picture. */
function orderLines(cls: ClassModel): Piece[] {
  if (cls.inconsistent)
    return [
      { text: text('Python finds no order of its bases', '기반 클래스의 순서를 정할 수 없음'), tone: 'bad' },
    ];
  if (cls.order.length < 3) return [];
  const order = cls.order.map(({ name }) => name).join(' › ');
  return [{ text: text(`order: ${order}`, `순서: ${order}`) }];
}

function baseNode(draft: GraphDraft, material: Material, base: BaseModel): string {
  if (base.cls !== undefined) return classNode(draft, material, base.cls);
  return draft.node(`${base.known ? '' : material.program.package.root} ${base.name}`, () => ({
    label: { text: base.name },
    lines: base.known ? [] : [{ text: text('not in the package', '패키지에 없음'), tone: 'warn' }],
    kind: 'platform',
    cluster: undefined,
    at: undefined,
  }));
}
