/** Builds the extension into one file; see build.mjs. */
export function buildExtension(file: string): Promise<void>;
/** Packs that file and what belongs to it into a package that VS Code installs. */
export function packExtension(program: string, file: string): void;
