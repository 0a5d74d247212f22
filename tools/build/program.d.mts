/** Builds a program, ours unless another one is named; see program.mjs. */
export function buildProgram(options?: {
  say?: (line: string) => void;
  root?: string;
  main?: string;
  folder?: string;
}): Promise<{ program: string; built: string[] }>;
