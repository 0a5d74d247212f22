/** Attributes of Python's functions, classes and objects through which everything else can be reached. */
export const REFLECTION: ReadonlySet<string> = new Set(
  `__dict__ __globals__ __code__ __closure__ __defaults__ __kwdefaults__ __bases__ __base__ __mro__ __subclasses__ __builtins__
  __getattribute__ __self__ __func__ __wrapped__ __slots__ __loader__ __spec__`.split(/\s+/),
);

/** Private attributes of the engine's classes that contracts have reached for (icon-service: `icon_score_base`, `database`). */
const ENGINE: ReadonlySet<string> = new Set([
  '_context',
  '_get_context',
  '_db',
  '_context_db',
  '_addr_to',
  '_get_attr_dict',
]);

/** Also under the name that Python gives to `__name` outside its class. */
export const isEngineName = (name: string): boolean =>
  ENGINE.has(name) || /^_(?:Icon|Interface|Context)[A-Za-z]*__\w+$/.test(name);
