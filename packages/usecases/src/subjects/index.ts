export { joinSubjects, undoJoinOf } from './join-subjects.ts';
export type { JoinProblem, JoinRequest } from './join-subjects.ts';
export { findSubjects, readSubject } from './read-subject.ts';
