import { createHash } from 'node:crypto';
import type { Finding } from './catalogue/finding.ts';
import type { Where } from './catalogue/rule.ts';
import type { ClassModel, FunctionModel, Program } from './domain/model/program.ts';

/** A finding before its fingerprint, with what that is made of: nothing that an edit elsewhere changes. */
export type Draft = Omit<Finding, 'fingerprint'> & { readonly key: string };

/** Gives each its fingerprint. Those with one key are told apart by their order, so they come sorted by place. */
export function fingerprinted(drafts: readonly Draft[]): Finding[] {
  const counts = new Map<string, number>();
  return drafts.map(({ key, ...finding }) => {
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    const hash = createHash('sha256').update(`${key}\n${ordinal}`).digest('hex');
    return { ...finding, fingerprint: hash.slice(0, 24) };
  });
}

/** The first line of a place without its white space. */
export function snippetOf({ module, node }: Where): string {
  const [first = ''] = module.text.slice(node.start, node.end).split(/[\r\n]/, 1);
  return first.replace(/\s+/g, '');
}

/** The class and the functions around a place, from the outside in: `Vault.deposit`, `only_owner.wrapper`; empty in a module. */
export function scopeOf({ functions, classes }: Program, { module, node }: Where): string {
  const around = (each: FunctionModel | ClassModel) =>
    each.module === module && each.node.start <= node.start && node.start < each.node.end;
  let innermost: FunctionModel | undefined;
  for (const fn of functions) if (around(fn)) innermost = fn;
  if (innermost !== undefined) return chainOf(innermost);
  return classes.findLast(around)?.name ?? '';
}

function chainOf({ name, outer, owner }: FunctionModel): string {
  if (outer !== undefined) return `${chainOf(outer)}.${name}`;
  return owner === undefined ? name : `${owner.name}.${name}`;
}
