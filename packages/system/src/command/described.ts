/** What a command is called and what it takes, as its help says it. */
export interface Described {
  readonly name: string;
  readonly summary: string;
  /** Command lines that start with the name. */
  readonly examples: readonly string[];
  /** Flags with a value that are the command's own and no settings, each with its sentence. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Flags of the same kind that may be given several times; the values are then one, with commas between. */
  readonly lists?: Readonly<Record<string, string>>;
  /** Flags that stand alone. */
  readonly switches?: Readonly<Record<string, string>>;
}
