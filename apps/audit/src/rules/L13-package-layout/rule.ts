import { defineRule, type Report, type Where } from '../../catalogue/rule.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { allMethods, type ClassModel, type FunctionModel, type Program } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { findMain, findMainModule, foldersWithoutInit } from '../../domain/package/main-class.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Module } from '../../domain/package/package.ts';
import { Lines } from '../../domain/python/lines.ts';
import { words } from './words.ts';

/** Methods that IconScoreBase declares abstract, so that a class without them cannot be made. */
const REQUIRED = ['__init__', 'on_install', 'on_update'] as const;

export const rule = defineRule({
  id: 'L13',
  name: 'package-layout',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    checkManifest(subject, report);
    checkFolders(subject.program, report);
    for (const cls of subject.program.classes) checkBases(cls, report);
  },
});

/** Bases that contradict each other; of two that derive from each other L18 tells that the first is not there yet. */
function checkBases(cls: ClassModel, report: Report): void {
  const isCyclic = cls.bases.some((base) => base.cls?.order.includes(cls));
  const isOwn = !cls.bases.some((base) => base.cls?.inconsistent);
  if (cls.inconsistent && isOwn && !isCyclic && !isTestModule(cls.module))
    report(nameOf(cls), words.says.bases, {
      name: cls.name,
      bases: cls.bases.map(({ name }) => name).join(', '),
    });
}

function checkManifest({ program }: Subject, report: Report): void {
  const { manifest } = program.package;
  const tell = (problem: string) => report(MANIFEST, words.says.manifest, { problem });
  if (manifest.state === 'absent') {
    if (isMeantAsPackage(program)) tell('it is not there');
  } else if (manifest.state === 'invalid') tell(manifest.why);
  else if (manifest.mainModule === undefined) tell('it lacks main_module');
  else if (manifest.mainScore === undefined) tell('it lacks main_score');
  else checkMain(program, manifest.mainModule, manifest.mainScore, report);
}

/** A contract in a folder that begins like a package; loose files are read as well, and are no package. */
function isMeantAsPackage({ package: { byName }, classes }: Program): boolean {
  return (
    byName.has('') && classes.some(({ role, module }) => role === 'contract' && !module.path.includes('/'))
  );
}

function checkMain(program: Program, mainModule: string, mainScore: string, report: Report): void {
  const module = findMainModule(program.package);
  if (module === undefined) {
    report(MANIFEST, words.says.absent, { key: 'main_module', value: mainModule });
    return;
  }
  const missing = foldersWithoutInit(program.package, module)[0];
  if (missing !== undefined)
    report(MANIFEST, words.says.noInit, { folder: missing }, { confidence: 'medium' });
  const main = findMain(program);
  if (main?.kind === 'class') {
    checkClass(main.cls, report);
    return;
  }
  const scope = program.scopes.get(module);
  if (isUncertain(module) || (main === undefined ? scope?.unknownStar === true : main.kind === 'outside'))
    return;
  report(MANIFEST, words.says.absent, { key: 'main_score', value: mainScore });
}

/** A file that cannot be read in whole may hold what is looked for. */
const isUncertain = ({ faults }: Module): boolean => faults.length > 0;

function checkClass(cls: ClassModel, report: Report): void {
  const { name, unknownBase, role, order } = cls;
  if (unknownBase || order.some(({ module }) => isUncertain(module))) return;
  if (role !== 'contract') {
    report(nameOf(cls), words.says.notScore, { name });
    return;
  }
  const methods = allMethods(cls);
  const absent = REQUIRED.find((method) => !methods.has(method));
  const unfinished = absent ?? [...methods.values()].find((fn) => fn.abstract && !isGiven(cls, fn))?.name;
  if (unfinished !== undefined) report(nameOf(cls), words.says.unfinished, { name, method: unfinished });
}

/** A variable of the class may stand in for an abstract method or property. */
const isGiven = ({ order }: ClassModel, { name }: FunctionModel): boolean =>
  order.some(({ variables }) => variables.has(name));

function checkFolders(program: Program, report: Report): void {
  if (program.package.manifest.state === 'absent') return;
  for (const { module: from, imports } of program.scopes.values()) {
    for (const { node, targets } of imports) {
      for (const { module } of targets) {
        const [folder] = module === undefined ? [] : foldersWithoutInit(program.package, module);
        if (folder !== undefined)
          report({ module: from, node }, words.says.noInit, { folder }, { confidence: 'medium' });
      }
    }
  }
}

/** `package.json` as a place, also where there is none. */
const MANIFEST: Where = {
  module: {
    path: 'package.json',
    name: '',
    isInit: false,
    text: '',
    lines: new Lines(''),
    body: [],
    comments: [],
    faults: [],
  },
  node: { start: 0, end: 0 },
};
