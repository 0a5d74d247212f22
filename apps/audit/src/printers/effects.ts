import { isQuestion, isOutgoing, type Outgoing } from '../domain/access/callee.ts';
import { stepsOf, type Flow } from '../domain/flow/flow.ts';
import { sourceOf } from '../domain/flow/values.ts';
import type { AskedGuard } from '../domain/access/callers.ts';
import type { Material } from './material.ts';
import { originWords } from './origins.ts';
import type { Piece } from './picture.ts';
import { callerWords, isWide, oneOf, text } from './words.ts';

/** Pieces with equal words once, each with its first place. */
export function distinct(pieces: readonly Piece[]): Piece[] {
  const found = new Map<string, Piece>();
  for (const piece of pieces) {
    const key = typeof piece.text === 'string' ? piece.text : piece.text.en;
    if (!found.has(key)) found.set(key, piece);
  }
  return [...found.values()];
}

/** A guard, quoted: who passes, and the condition as the source has it. */
export function guardPiece(material: Material, { way, callers, covers }: AskedGuard): Piece {
  const who = oneOf(callers.map(callerWords));
  const quoted = `${way.action.outcome ? '' : 'not '}“${sourceOf(way.module, way.node)}”`;
  const partly = covers === 'all' ? text('', '') : text(' (partly)', ' (일부)');
  return {
    text: { en: `${who.en}${partly.en}: ${quoted}`, ko: `${who.ko}${partly.ko}: ${quoted}` },
    tone: callers.some(isWide) ? 'warn' : 'good',
    at: material.place(way),
  };
}

/** Places in storage that a flow writes. */
export const writtenBy = (material: Material, flow: Flow): Piece[] =>
  distinct(stepsOf(flow, 'write').map((step) => ({ text: step.action.item.name, at: material.place(step) })));

export const emittedBy = (material: Material, flow: Flow): Piece[] =>
  distinct(stepsOf(flow, 'event').map((step) => ({ text: step.action.name, at: material.place(step) })));

/** What a flow sends out, and whom it calls. */
export const outgoingOf = (material: Material, flow: Flow): Piece[] =>
  distinct(flow.steps.filter(isOutgoing).map((step) => outgoingPiece(material, step)));

export function outgoingPiece(material: Material, step: Outgoing): Piece {
  const at = material.place(step);
  if (step.action.kind === 'transfer') {
    const to = originWords(material, step.action.to, step.module);
    return {
      text: text(`ICX ${step.action.how} to ${to.en}`, `ICX ${step.action.how} → ${to.ko}`),
      tone: 'warn',
      at,
    };
  }
  return { text: calledName(step.action), tone: isQuestion(step) ? 'muted' : 'plain', at };
}

/** `ChipInterface.mint`; the method alone where no interface is known. */
export const calledName = ({
  cls,
  method,
}: {
  readonly cls: { readonly name: string } | undefined;
  readonly method: string;
}) => (cls === undefined ? method : `${cls.name}.${method}`);
