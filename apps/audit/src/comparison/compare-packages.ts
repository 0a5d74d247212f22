import type { PackageReport } from '../analyse.ts';
import type { Package } from '../domain/package/package.ts';
import { changesOf } from './changes-of.ts';
import type { PackageComparison } from './comparison.ts';
import { compareFindings } from './compare-findings.ts';

/** Which package of the older version a package follows: the one in the same folder, of the same main class, or the only one. */
export class Predecessors {
  readonly #older: readonly PackageReport[];
  readonly #found = new Map<string, PackageReport | undefined>();
  readonly #free: Set<PackageReport>;

  constructor(older: readonly PackageReport[], packages: readonly Package[]) {
    this.#older = older;
    this.#free = new Set(older);
    this.#match(
      packages,
      (pkg, report) => pkg.root === report.root && mainOf(pkg) === mainOf(packageOf(report)),
    );
    this.#match(
      packages,
      (pkg, report) => mainOf(pkg) !== undefined && mainOf(pkg) === mainOf(packageOf(report)),
    );
    this.#match(packages, (pkg, report) => pkg.root === report.root);
    if (packages.length === 1 && older.length === 1) this.#match(packages, () => true);
  }

  #match(packages: readonly Package[], isMeant: (pkg: Package, report: PackageReport) => boolean): void {
    for (const pkg of packages) {
      if (this.#found.has(pkg.root)) continue;
      const report = [...this.#free].find((each) => isMeant(pkg, each));
      if (report === undefined) continue;
      this.#free.delete(report);
      this.#found.set(pkg.root, report);
    }
  }

  of(root: string): PackageReport | undefined {
    return this.#found.get(root);
  }

  /** Packages that the newer version has not any more. */
  get gone(): PackageReport[] {
    return this.#older.filter((report) => this.#free.has(report));
  }
}

const packageOf = ({ subject }: PackageReport): Package => subject.program.package;
const mainOf = ({ manifest }: Package): string | undefined =>
  manifest.state === 'read' ? manifest.mainScore : undefined;

/** What became of each package; those that are gone come last. */
export function comparePackages(
  reports: readonly PackageReport[],
  predecessors: Predecessors,
): PackageComparison[] {
  const present = reports.map((report): PackageComparison => {
    const older = predecessors.of(report.root);
    return {
      root: report.root,
      olderRoot: older?.root,
      ...compareFindings(older?.findings ?? [], report.findings),
      changes: changesOf(report.subject),
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
