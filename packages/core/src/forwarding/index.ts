export { matchAnswer } from './match-answer.ts';
export type { AnswerLine, MatchedAnswer, MatchProblem, SentRow } from './match-answer.ts';
