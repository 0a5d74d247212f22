import { defineSettings, setting } from '@madang/config';
import { LANGS } from '@madang/web';

/** Settings of the house itself: no system's name before them. */
export const houseSettings = defineSettings('', {
  host: setting.text({ default: '127.0.0.1', doc: 'Address on which the web listens; 0.0.0.0 for all.' }),
  port: setting.integer({ default: 3000, min: 1, max: 65_535, doc: 'Port of the web.' }),
  trustedProxies: setting.networks({
    default: null as string | null,
    doc: 'Addresses and networks of proxies before the web, whose X-Forwarded-For is believed. Not set: nobody is.',
  }),
  data: setting.text({
    default: '.madang',
    doc: 'Folder of the embedded PostgreSQL and everything else that is kept.',
  }),
  postgresBinaries: setting.text({
    default: null as string | null,
    doc: 'Folder with the programs of another PostgreSQL (postgres, initdb) to embed in place of the one from npm.',
  }),
  databaseUrl: setting.url({
    default: null as string | null,
    protocols: ['postgres:', 'postgresql:'],
    doc: 'A PostgreSQL (15 to 18) to use in place of the embedded one.',
    secret: true,
    foreign: 'DATABASE_URL',
  }),
  timezone: setting.timezone({ default: 'Asia/Seoul', doc: 'Time zone in which times are shown.' }),
  language: setting.oneOf(LANGS, { default: 'ko', doc: 'Language for those who ask for none of ours.' }),
  workers: setting.integer({
    default: 2,
    min: 1,
    max: 64,
    unit: 'processes',
    doc: 'Processes that answer requests on the one port.',
  }),
  connections: setting.integer({
    default: 8,
    min: 1,
    max: 500,
    unit: 'connections',
    doc: 'Connections to PostgreSQL of each process that answers requests.',
  }),
  operationsPort: setting.integer({
    default: null as number | null,
    min: 1,
    max: 65_000,
    doc: 'Port on the loopback for /health, /ready and /metrics of the first role; each role has the next one. Not set: any free ones, told in the log.',
  }),
  logLevel: setting.oneOf(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    default: 'info',
    doc: 'Least severe log line that is written.',
  }),
});
