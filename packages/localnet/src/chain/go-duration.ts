const NANO_IN = { hour: 3_600_000_000_000n, minute: 60_000_000_000n, second: 1_000_000_000n } as const;

/** A time as Go prints it: `-42659h15m39.545466s`. @param microseconds of either sign */
export function goDuration(microseconds: bigint): string {
  const sign = microseconds < 0n ? '-' : '';
  let left = (microseconds < 0n ? -microseconds : microseconds) * 1000n;
  const hours = left / NANO_IN.hour;
  left %= NANO_IN.hour;
  const minutes = left / NANO_IN.minute;
  left %= NANO_IN.minute;
  const fraction = (left % NANO_IN.second).toString().padStart(9, '0').replace(/0+$/, '');
  const seconds = `${left / NANO_IN.second}${fraction === '' ? '' : `.${fraction}`}s`;
  const front = hours > 0n ? `${hours}h${minutes}m` : minutes > 0n ? `${minutes}m` : '';
  return sign + front + seconds;
}
