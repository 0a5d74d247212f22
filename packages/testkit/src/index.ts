export { accessibilityFaults, openBrowser } from './browser.ts';
export type { Browser, BrowserContext, BrowserContextOptions, Page } from './browser.ts';
export { startTamperingProxy, type Tamper, type TamperingProxy } from './tampering-proxy.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
