/** Builds a program, ours unless another one is named; see program.mjs. */
export function buildProgram(options?: {
  say?: (line: string) => void;
  root?: string;
  main?: string;
  folder?: string;
  /** Arguments of a command whose compiled code is kept. */
  rehearsal?: readonly string[];
  /** Modules that are built into one file. */
  together?: RegExp;
}): Promise<{ program: string; built: string[] }>;
