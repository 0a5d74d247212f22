export type { Auth } from './access-rules.ts';
export * as embeddedErrors from './errors.ts';
export type { ListenAddress } from './listen-address.ts';
export type { Exit } from './server.ts';
export type { EmbeddedServer, EmbeddedSettings } from './settings.ts';
export { startEmbedded } from './start-embedded.ts';
