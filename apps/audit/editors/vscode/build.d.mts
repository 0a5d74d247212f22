/** Builds the extension into one file; see build.mjs. */
export function buildExtension(file: string): Promise<void>;
