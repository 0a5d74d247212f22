/** How often each statement was answered, warm-up included, beside what the server counted meanwhile. */
export interface StatementTally {
  /** Notes what the server has counted of these before they are first sent. */
  begin(statements: readonly string[]): Promise<void>;
  add(sent: ReadonlyMap<string, number>): void;
  /** Takes the server's count of these for ours up to now: answers were lost on purpose. */
  forgive(statements: readonly string[]): Promise<void>;
  /** Each statement as we counted it, and as the server did. */
  compare(): Promise<readonly Agreement[]>;
}

export interface Agreement {
  readonly statement: string;
  readonly answered: number;
  readonly served: number;
}

type ReadServed = (statements: readonly string[]) => Promise<ReadonlyMap<string, { readonly calls: number }>>;

/** @param readServed asks the server how often it ran each of these up to now */
export function createStatementTally(readServed: ReadServed): StatementTally {
  const answered = new Map<string, number>();
  const before = new Map<string, number>();
  return {
    async begin(statements) {
      const unknown = statements.filter((statement) => !before.has(statement));
      if (unknown.length === 0) return;
      const served = await readServed(unknown);
      for (const statement of unknown) before.set(statement, served.get(statement)?.calls ?? 0);
    },
    add(sent) {
      for (const [statement, count] of sent) answered.set(statement, (answered.get(statement) ?? 0) + count);
    },
    async forgive(statements) {
      const served = await readServed(statements);
      for (const statement of statements)
        before.set(statement, (served.get(statement)?.calls ?? 0) - (answered.get(statement) ?? 0));
    },
    async compare() {
      const served = await readServed([...answered.keys()]);
      return [...answered].map(([statement, count]) => ({
        statement,
        answered: count,
        served: (served.get(statement)?.calls ?? 0) - (before.get(statement) ?? 0),
      }));
    },
  };
}
