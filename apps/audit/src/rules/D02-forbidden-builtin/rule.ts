import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import { outsideUses } from '../../domain/model/outside-uses.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

/** The loader looks for these in the names of each piece of code (icon-service: `score_package_validator`). */
const BLOCKED: ReadonlySet<string> = new Set(['exec', 'eval', 'compile', '__import__']);

const HOST_BUILTINS: ReadonlySet<string> = new Set([
  'open',
  'input',
  'globals',
  'breakpoint',
  'exit',
  'quit',
  'help',
]);

const HOST_MODULES: ReadonlySet<string> = new Set(
  `os sys io subprocess pathlib shutil tempfile glob platform signal multiprocessing threading ctypes importlib getpass resource
  pty fcntl mmap sqlite3`.split(/\s+/),
);

export const rule = defineRule({
  id: 'D02',
  name: 'forbidden-builtin',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C04'],
  words,
  check(subject, report) {
    checkNames(subject, report);
    checkDefinitions(subject, report);
    checkHost(subject, report);
  },
});

function checkNames({ program, facts }: Subject, report: Report): void {
  for (const found of facts.judged('Attribute')) {
    const { node, module } = found;
    if (BLOCKED.has(node.name) && !isTestModule(module))
      report(found, words.says.blocked, { name: node.name });
  }
  for (const found of facts.judged('Name')) {
    const { node, module } = found;
    if (!BLOCKED.has(node.id) || isTestModule(module)) continue;
    // A local variable does not stand in the table of names.
    if (meaningOf(program, found, node).kind !== 'local')
      report(found, words.says.blocked, { name: node.id });
  }
}

/** A function or class of such a name, unless it is local to a function. */
function checkDefinitions({ facts }: Subject, report: Report): void {
  for (const { node, module, fn, cls } of [
    ...facts.of('FunctionDefinition'),
    ...facts.of('ClassDefinition'),
  ]) {
    const inFunction = fn !== undefined && (cls === undefined || cls.node.start < fn.node.start);
    if (!BLOCKED.has(node.name) || inFunction || isTestModule(module)) continue;
    const { name, nameStart } = node;
    report({ module, node: { start: nameStart, end: nameStart + name.length } }, words.says.blocked, {
      name,
    });
  }
}

function checkHost(subject: Subject, report: Report): void {
  for (const found of subject.facts.judged('Call')) {
    const { callee } = found.node;
    if (callee.kind !== 'Name' || !HOST_BUILTINS.has(callee.id) || isTestModule(found.module)) continue;
    if (meaningOf(subject.program, found, callee).kind !== 'builtin') continue;
    report(found, words.says.host, { call: sourceOf(found.module, found.node) });
  }
  for (const { root, name, found } of outsideUses(subject)) {
    // What is drawn by lot there is D05's.
    if (!HOST_MODULES.has(root) || /\b(?:urandom|getrandom)$/.test(name)) continue;
    report(found, words.says.host, { call: sourceOf(found.module, found.node) });
  }
}
