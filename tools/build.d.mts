/** Builds what has changed; see build.mjs. */
export function buildIslands(options?: { say?: (line: string) => void; root?: string }): Promise<string[]>;

/** Bundles one entry for the browser without writing it. */
export function bundleIslands(
  source: string,
): Promise<readonly { fileName: string; code?: string; isEntry?: boolean }[]>;
