import type { Subject } from '../domain/model/subject.ts';
import type { Module } from '../domain/package/package.ts';
import type { Place } from '../domain/python/tree.ts';
import type { Confidence, Edit, Severity, Text } from './finding.ts';

/** A sentence about one finding, made of names and pieces of source. */
export interface Says<Given> {
  readonly en: (given: Given) => string;
  readonly ko: (given: Given) => string;
}

/** All that a rule says: one entry of `says` for each kind of finding, with what it is told. */
export interface RuleWords<Entries> {
  /** States the defect, in at most 60 characters. */
  readonly title: Text;
  /** What to write instead. */
  readonly advice: Text;
  readonly says: { readonly [Entry in keyof Entries]: Says<Entries[Entry]> };
}

/** A place in the source: a node of the tree, or a stretch of it, in a module. */
export interface Where {
  readonly module: Module;
  readonly node: Place;
}

/** What a rule may add to a finding. */
export interface Detail {
  /** Where they differ from the rule's own. */
  readonly severity?: Severity | undefined;
  readonly confidence?: Confidence | undefined;
  readonly reasons?: readonly { readonly at: Where; readonly text: Text }[];
  readonly fix?: { readonly safe: boolean; readonly edits: readonly Omit<Edit, 'file'>[] } | undefined;
}

/** Tells one finding. The same place told twice for the same reason counts once. */
export type Report = <Given>(at: Where, says: Says<Given>, given: Given, detail?: Detail) => void;

/**
 * One rule of the catalogue (its page beside it). It reads the facts of a package, and never its tree. It tells of flows, nodes and
 * functions that are `judged`; the others are there for what else the contract does. After an edit only those that it touched are.
 */
export interface Rule {
  /** Never reused, also when a rule is gone. */
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Lines of the official checklist that a finding bears on, such as `CL-W07`. */
  readonly checklist: readonly string[];
  readonly words: {
    readonly title: Text;
    readonly advice: Text;
    /** One for each kind of finding; the kind is part of the fingerprint. */
    readonly says?: Readonly<Record<string, Says<never>>>;
  };
  readonly check: (subject: Subject, report: Report) => void;
}

export const defineRule = (rule: Rule): Rule => rule;
