export { loadPack, loadTimes } from './load.ts';
export type { PackDirs, PackRefusal } from './load.ts';
export { membersOf } from './members.ts';
export { PACK_PROBLEM_CODES } from './problem.ts';
export type { PackProblem, PackProblemCode } from './problem.ts';
export { changedUnderSameVersion, contentVersions } from './versions.ts';
export type { ContentVersions } from './versions.ts';
