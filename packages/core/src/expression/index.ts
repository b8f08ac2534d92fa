export { compileExpression, namesIn } from './compile.ts';
export type { Expression } from './compile.ts';
export { parseExpression } from './parse.ts';
export type { ExpressionProblem, Node } from './parse.ts';
export { fenToNumber, numberFromText, numberToText } from './values.ts';
export type { Binding, Frame, Surroundings, Value, ValueType } from './values.ts';
