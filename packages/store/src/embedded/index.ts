export { startEmbedded } from './start.ts';
export type { EmbeddedOptions, EmbeddedServer } from './start.ts';
export type { ServerSettings } from './cluster.ts';
export type { EmbeddedCode, EmbeddedProblem } from './problem.ts';
