/**
 * What `from NAME import *` brings of modules of Python's library that are not the same on every node (`__all__`, or the public names, of
 * CPython 3.7): without it, the calls behind such an import would be calls of names that nobody knows.
 */
export const starExports: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    random: `Random SystemRandom betavariate choice choices expovariate gammavariate gauss getrandbits getstate lognormvariate
      normalvariate paretovariate randint random randrange sample seed setstate shuffle triangular uniform vonmisesvariate weibullvariate`,
    secrets: 'SystemRandom choice compare_digest randbelow randbits token_bytes token_hex token_urlsafe',
    time: `asctime clock ctime gmtime localtime mktime monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns
      sleep strftime strptime time time_ns`,
    datetime: 'MAXYEAR MINYEAR date datetime time timedelta timezone tzinfo',
    uuid: 'UUID getnode uuid1 uuid3 uuid4 uuid5',
  }).map(([module, names]) => [module, names.split(/\s+/)]),
);
