export { datasetOf, loadStandards, openPlatform } from './open.ts';
export { factOf, noteFact } from './facts.ts';
export { savePack } from './save-pack.ts';
export { readServerState } from './server-state.ts';
export type { ServerState } from './server-state.ts';
export type { LoadedStandards, Platform, PlatformOptions, PlatformProblem } from './open.ts';
export { createLimiter, IMPORTS_AT_ONCE } from '../limiter.ts';
export { openHome } from './home.ts';
export type { Home } from './home.ts';
