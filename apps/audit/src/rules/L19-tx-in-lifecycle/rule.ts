import { defineRule, type Report } from '../../catalogue/rule.ts';
import type { Flow } from '../../domain/flow/flow.ts';
import { functionsOf } from '../../domain/flow/functions-of.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { untestedTransactionReads } from '../../domain/model/transaction-reads.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import type { Attribute } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L19',
  name: 'tx-in-lifecycle',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, facts }, report) {
    const reads = untestedTransactionReads(facts);
    const told = new Set<Attribute>();
    for (const flow of contracts.flatMap(({ judged }) => judged)) {
      if (!isWithoutTransaction(flow)) continue;
      for (const fn of functionsOf(flow)) {
        for (const read of reads.get(fn) ?? []) {
          if (!told.has(read.node)) tell(flow, fn, read, report);
          told.add(read.node);
        }
      }
    }
  },
});

const isWithoutTransaction = ({ entry: { kind } }: Flow): boolean =>
  kind === 'install' || kind === 'update' || kind === 'readonly';

function tell({ entry }: Flow, fn: FunctionModel, read: Found<Attribute>, report: Report): void {
  const member = sourceOf(read.module, read.node);
  // A readonly method that a transaction's contract asks has a transaction; a query has none.
  if (fn !== entry.fn) report(read, words.says.reached, { member, entry: entry.fn.name, helper: fn.name });
  else
    report(read, entry.kind === 'readonly' ? words.says.query : words.says.lifecycle, {
      member,
      entry: fn.name,
    });
}
