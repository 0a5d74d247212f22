import { isOpenEntry } from '../access/privileged.ts';
import { buildContract } from '../flow/contract.ts';
import { stepsOf, type Flow } from '../flow/flow.ts';
import { hasOrigin } from '../flow/values.ts';
import { buildProgram } from '../model/build-program.ts';
import { concreteContracts } from '../model/build-subject.ts';
import { allMethods, type ClassModel } from '../model/program.ts';
import { once } from '../once.ts';
import type { Package } from '../package/package.ts';
import type { Neighbour, Neighbours } from './neighbours.ts';

/** A contract with the names of what it offers. */
interface Offer extends Neighbour {
  readonly methods: ReadonlySet<string>;
}

/** What packages that are checked together know of one another. It is worked out when a rule asks, and kept as a few names. */
export function neighbourhood(packages: readonly Package[]): (pkg: Package) => Neighbours {
  const offersOf = once((pkg: Package): readonly Offer[] => offersIn(pkg));
  return (own) => {
    const others = packages.filter((pkg) => pkg !== own);
    const found = new Map<ClassModel, readonly Neighbour[]>();
    const behind = (cls: ClassModel) => {
      const methods = declaredBy(cls);
      // What defines no function of such a name is not read for it.
      const candidates = methods.length === 0 ? [] : others.filter((pkg) => hasAll(namesIn(pkg), methods));
      // Nobody tells more than that something is written for whoever signed: where that is not spelled, there is nothing to tell.
      if (!candidates.some(mentionsOrigin)) return [];
      return candidates.flatMap(offersOf).filter((offer) => hasAll(offer.methods, methods));
    };
    return {
      behind: (cls) => {
        const known = found.get(cls) ?? behind(cls);
        found.set(cls, known);
        return known;
      },
    };
  };
}

const hasAll = (names: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  wanted.every((name) => names.has(name));

const declaredBy = (cls: ClassModel): string[] =>
  [...allMethods(cls).values()].flatMap((fn) => (fn.declared ? [fn.name] : []));

/** Names after `def` in the text of a package. */
const namesIn = once(
  ({ modules }: Package): ReadonlySet<string> =>
    new Set(
      modules.flatMap(({ text }) => [...text.matchAll(/\bdef[ \t]+(\w+)/g)].map(([, name = '']) => name)),
    ),
);

const mentionsOrigin = once(({ modules }: Package): boolean =>
  modules.some(({ text }) => /\borigin\b/.test(text)),
);

function offersIn(pkg: Package): Offer[] {
  const program = buildProgram(pkg);
  return concreteContracts(program).map((cls) => {
    const external = [...allMethods(cls).values()].filter(({ external }) => external !== undefined);
    return {
      name: cls.name,
      methods: new Set(external.map(({ name }) => name)),
      forOrigin: mentionsOrigin(pkg)
        ? new Map(buildContract(program, cls).flows.filter(isOpenEntry).flatMap(writtenForOrigin))
        : new Map(),
    };
  });
}

function writtenForOrigin(flow: Flow): [string, string][] {
  const write = stepsOf(flow, 'write').find(({ action }) =>
    action.keys.some((key) => hasOrigin(key, 'tx origin')),
  );
  return write === undefined ? [] : [[flow.entry.fn.name, write.action.item.name]];
}
