import type { Analysis, PackageReport } from '../analyse.ts';
import type { Package } from '../domain/package/package.ts';
import { changesOf } from './changes-of.ts';
import type { PackageComparison } from './comparison.ts';
import { compareFindings } from './compare-findings.ts';

/** Which package of the older version a package follows: the one in the same folder, of the same main class, or the only one. */
export class Predecessors {
  readonly #older: readonly Analysis[];
  readonly #found = new Map<string, Analysis | undefined>();
  readonly #free: Set<Analysis>;

  constructor(older: readonly Analysis[], packages: readonly Package[]) {
    this.#older = older;
    this.#free = new Set(older);
    this.#match(
      packages,
      (pkg, report) => pkg.root === report.root && mainOf(pkg) === mainOf(report.package),
    );
    this.#match(
      packages,
      (pkg, report) => mainOf(pkg) !== undefined && mainOf(pkg) === mainOf(report.package),
    );
    this.#match(packages, (pkg, report) => pkg.root === report.root);
    if (packages.length === 1 && older.length === 1) this.#match(packages, () => true);
  }

  #match(packages: readonly Package[], isMeant: (pkg: Package, report: PackageReport) => boolean): void {
    for (const pkg of packages) {
      if (this.#found.has(pkg.root)) continue;
      const found = [...this.#free].find(({ report }) => isMeant(pkg, report));
      if (found === undefined) continue;
      this.#free.delete(found);
      this.#found.set(pkg.root, found);
    }
  }

  of(root: string): Analysis | undefined {
    return this.#found.get(root);
  }

  /** Packages that the newer version has not any more. */
  get gone(): PackageReport[] {
    return this.#older.filter((each) => this.#free.has(each)).map(({ report }) => report);
  }
}

const hiddenIn = ({ suppressed, unsure }: PackageReport) => [
  ...suppressed.map(({ finding }) => finding),
  ...unsure,
];

const mainOf = ({ manifest }: Package): string | undefined =>
  manifest.state === 'read' ? manifest.mainScore : undefined;

/** What became of each package; those that are gone come last. */
export function comparePackages(
  analyses: readonly Analysis[],
  predecessors: Predecessors,
): PackageComparison[] {
  const present = analyses.map(({ report, subject }): PackageComparison => {
    const older = predecessors.of(report.root)?.report;
    return {
      root: report.root,
      olderRoot: older?.root,
      ...compareFindings(older?.findings ?? [], report.findings, hiddenIn(report)),
      changes: changesOf(subject),
    };
  });
  const gone = predecessors.gone.map(({ root, findings }): PackageComparison => ({
    root: undefined,
    olderRoot: root,
    added: [],
    fixed: findings,
    unchanged: [],
    changes: [],
  }));
  return [...present, ...gone];
}
