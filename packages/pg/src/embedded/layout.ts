import path from 'node:path';

/** Where things are inside a data directory. */
export interface Layout {
  readonly dataDir: string;
  /** PostgreSQL's own directory, made by initdb. */
  readonly cluster: string;
  /** A cluster in the making; renamed when it is whole, so that half a cluster is never taken for one. */
  readonly creating: string;
  /** What the server writes to standard error. */
  readonly log: string;
  /** Who may connect from where (`pg_hba.conf`), written at each start. */
  readonly accessRules: string;
  /** The password of the database user, readable by its owner alone. */
  readonly password: string;
  /** Links to shared libraries, when the package lacks them. */
  readonly libraries: string;
}

export function layoutOf(dataDir: string): Layout {
  const inside = (name: string): string => path.join(dataDir, name);
  return {
    dataDir,
    cluster: inside('postgres'),
    creating: inside('postgres.creating'),
    log: inside('postgres.log'),
    accessRules: inside('postgres.hba'),
    password: inside('postgres.password'),
    libraries: inside('postgres.lib'),
  };
}
