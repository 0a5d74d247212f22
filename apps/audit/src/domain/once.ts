/** Works something out once for each thing, when it is first asked for, and keeps it as long as the thing. */
export function once<Thing extends object, Made extends object | string | number | boolean>(
  make: (thing: Thing) => Made,
): (thing: Thing) => Made {
  const known = new WeakMap<Thing, Made>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const made = make(thing);
    known.set(thing, made);
    return made;
  };
}
