import { PublishDiagnosticsNotification, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import type { Editor } from './editor.ts';

/** Longer lines are broken up. */
const WIDTH = 118;

/** What an editor and its server say to each other, as text: `→` to the server, `←` from it. */
export class Transcript {
  readonly #editor: Editor;
  readonly #connection: ProtocolConnection;
  readonly #places: readonly (readonly [string, string])[];
  readonly #lines: string[] = [];

  /** `places` are beginnings of addresses on this machine, and what stands for them. */
  constructor(editor: Editor, places: readonly (readonly [string, string])[]) {
    this.#editor = editor;
    this.#connection = editor.connection;
    this.#places = places;
  }

  async ask(method: string, params?: object): Promise<void> {
    this.#tell('→', method, params);
    const result: unknown = await (params === undefined
      ? this.#connection.sendRequest(method)
      : this.#connection.sendRequest(method, params));
    this.#tell('←', `${method} gives`, result);
  }

  async say(method: string, params?: object): Promise<void> {
    this.#tell('→', method, params);
    await this.#connection.sendNotification(method, params);
  }

  /** Waits for what is published of a version. */
  async hear(uri: string, version: number): Promise<void> {
    const diagnostics = await this.#editor.diagnostics(uri, version);
    this.#tell('←', PublishDiagnosticsNotification.method, { uri, version, diagnostics });
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  #tell(arrow: string, method: string, value: unknown): void {
    this.#lines.push(`${arrow} ${method}`);
    if (value === undefined) return;
    // Before it is laid out, so that the lines are the same wherever this runs.
    const named = this.#places.reduce(
      (all, [place, name]) => all.replaceAll(place, name),
      JSON.stringify(value),
    );
    this.#lines.push(`  ${laidOut(JSON.parse(named), '  ')}`);
  }
}

/** JSON that is broken up only where it is too wide. */
function laidOut(value: unknown, indent: string): string {
  const short = JSON.stringify(value);
  if (indent.length + short.length <= WIDTH || typeof value !== 'object' || value === null) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((each) => inner + laidOut(each, inner)).join(',\n')}\n${indent}]`;
  return `{\n${Object.entries(value)
    .map(([name, each]) => `${inner}${JSON.stringify(name)}: ${laidOut(each, inner)}`)
    .join(',\n')}\n${indent}}`;
}
