const WHO =
  /owner|admin|govern|operator|author|auth(?:$|_)|permi|role|manager|minter|whitelist|access|caller|sender|privileged|deployer/i;
const ASKS =
  /^_*(?:only|check|require|assert|ensure|validate|verify|must|restrict|revert_?(?:if|unless))|(?:_only|Only)$/i;

/**
 * Whether something that is not in the package asks who calls, as far as its name tells: an auditor is often handed a part of the files.
 * Without this, whatever is guarded by what is missing would be told as open to everybody.
 */
export function asksWhoCalls(path: string, how: 'decorator' | 'call'): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return WHO.test(name) && (how === 'decorator' || ASKS.test(name));
}
