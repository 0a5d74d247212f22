export { accessibilityFaults, openBrowser } from './browser.ts';
export type { Browser, BrowserContext, BrowserContextOptions, Page } from './browser.ts';
export { windowsOf, type Window, type Windows } from './windows.ts';
export { startTamperingProxy, type Tamper, type TamperingProxy } from './tampering-proxy.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { address, amount, hash, hostileText } from './arbitraries.ts';
export { aHash, aLog, anAddress, aReceipt, aSealedBlock, aTransaction } from './builders.ts';
export { testModule, testProgram } from './test-program.ts';
export { randomFrom } from './random.ts';
