export { answerOf, api, download, readText } from './client.ts';
export { sendFile } from './send-file.ts';
export { isReachable, subscribeReach } from './reach.ts';
export { ApiProblem, Unreachable } from './problem.ts';
export type { components, paths } from './schema.ts';
