/**
 * Variables of a function that runs, by name, and of the functions around it. What was kept of them stays as it was: they are
 * copied only when one is set after that, since most branches set none.
 */
export class Environment<Value> {
  #values: Map<string, Value>;
  #kept = false;
  readonly #outer: Environment<Value> | undefined;

  constructor(values: Map<string, Value>, outer: Environment<Value> | undefined) {
    this.#values = values;
    this.#outer = outer;
  }

  lookUp(name: string): Value | undefined {
    return this.#values.get(name) ?? this.#outer?.lookUp(name);
  }

  set(name: string, value: Value): void {
    if (this.#kept) {
      this.#values = new Map(this.#values);
      this.#kept = false;
    }
    this.#values.set(name, value);
  }

  /** The variables as they are now. */
  keep(): ReadonlyMap<string, Value> {
    this.#kept = true;
    return this.#values;
  }

  /** Goes back to variables that were kept. */
  goBackTo(values: ReadonlyMap<string, Value>): void {
    this.#values = values as Map<string, Value>;
    this.#kept = true;
  }

  /** Sets the variables that hold one of some values anew, those of the functions around too; tells whether there are any. */
  renew(isMeant: (value: Value) => boolean, next: (value: Value) => Value): boolean {
    const meant = [...this.#values].filter(([, value]) => isMeant(value));
    for (const [name, value] of meant) this.set(name, next(value));
    const outside = this.#outer?.renew(isMeant, next) === true;
    return meant.length > 0 || outside;
  }

  /** Every variable, those of the functions around behind the own ones. */
  *all(): Iterable<Value> {
    yield* this.#values.values();
    if (this.#outer !== undefined) yield* this.#outer.all();
  }
}
