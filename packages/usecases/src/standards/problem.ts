/** What can be wrong with a pack. Codes are stable; the sentence beside them is for the person who edits the file. */

export const PACK_PROBLEM_CODES = [
  // Files
  'missing-file',
  'unreadable',
  'unknown-file', // a YAML file in a place where nothing is read
  'file-name', // the name of the file is not the id inside
  'not-utf8',
  'empty',
  'syntax', // also several documents in one file, and tags
  'alias', // anchors and aliases: a place must say what it means
  // Shape
  'duplicate-key',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'wrong-value',
  'wrong-day',
  'uscc',
  'no-basis',
  'no-paper',
  'empty-list',
  // References and names
  'duplicate-id',
  'duplicate-name',
  'duplicate-uscc',
  'unknown-instrument',
  'unknown-jurisdiction',
  'unknown-code-list',
  'unknown-field-group',
  'unknown-dataset',
  'unknown-deadline',
  'unknown-check',
  'unknown-field',
  'unknown-child',
  'unknown-terms',
  'unknown-class',
  'unknown-notice',
  'unknown-value', // a value that its code list does not have
  'unknown-member',
  'unknown-unit',
  'not-monthly', // an indicator of the monthly bulletin that is not counted by month
  'unknown-column', // a rule of the bulletin about a column it has not
  'not-numbered', // a dataset without decision numbers among those whose numbers are looked at
  'duplicate-member',
  'group-cycle',
  'no-address', // a contact that names no way
  // Fields
  'duplicate-field',
  'duplicate-role',
  'duplicate-header',
  'missing-role',
  'reserved-role',
  'role-type',
  'register-of-persons', // a base register that would hold natural persons
  'no-standing', // states of registration of which none says that a body lives, or that it has ended
  'role-optional', // a part of the record's key that may be left blank
  'reserved-word', // a field code that the expression language already uses
  'condition-missing',
  'condition-unused',
  'code-list-missing',
  'code-list-unused',
  'ref', // a reference from which no key can be made
  'cites', // a citation of instruments in a field that holds no text
  'length',
  'money-unit',
  'digits-unused',
  'public-sensitive',
  'no-document', // a negative dataset whose rows name no document
  'rollup-type',
  // Examples
  'example-kind',
  'example-incomplete',
  'example-not-blank',
  // Checks
  'clause-kind', // neither or both of kind and assert
  'clause-data', // a kind of clause without what it speaks of, or with what another kind speaks of
  'set-clause', // a check over sets that would change outcomes, or that names no need of the register
  'sum-type',
  'assert-needs', // an assert that asks for more than the row it runs on
  'no-clause', // something can be found that no check words
  'duplicate-clause',
  'unknown-blame',
  'unknown-name',
  'applies-nowhere',
  'unknown-placeholder',
  'unknown-code',
  'expression',
  // Publicity
  'shown-private', // the catalogue says private, yet it is to be shown
  'shown-until', // a field that is no day
  'term-reversed', // the longest time is shorter than the shortest
  'class-unused',
  // Supervision
  'duplicate-rule', // the same thing is reminded of by two rules
  // Forwarding
  'not-shared', // the catalogue keeps the dataset to the district
  'natural-basis', // natural persons without a basis of their own, or a basis without them
  'forward-column', // a column that says nothing, or two things; an operation the file does not tell
  'duplicate-column',
  'answer-form', // an answer in which no row can be found again, or one word with two meanings
  // Indicators, expected sets, monitoring
  'unknown-indicator',
  'unknown-set',
  'unknown-task',
  'unmeasured', // neither measured nor said what is missing, or both
  'no-denominator', // a share of nothing, or a count of something
  'no-unit', // targets whose unit nobody knows
  'measure', // what cannot be asked of the database
  'personal-field', // a count of different persons by what they are called
  'target-value',
  'indicator-cycle',
  'set-items', // an expected set without what its kind needs, or with what another kind needs
  'leaf', // a leaf without a number, a group without or with two kinds of parts
  'points',
  // Plans
  'proof-condition', // a condition that says nothing, or two things
  // Time
  'reversed',
  'overlap',
  'starts-differ',
  'no-deadline-value',
  'year-twice',
  'year-gap',
  'far-day',
  'make-up-in-holiday',
  'make-up-not-weekend',
  'make-up-for-unknown',
] as const;
export type PackProblemCode = (typeof PACK_PROBLEM_CODES)[number];

/** One thing wrong, with the place where to mend it. Lines and columns count from 1. */
export interface PackProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: PackProblemCode;
  /** One Chinese sentence. */
  readonly reason: string;
}

/** Notes a problem at a key of something that was read from a file. */
export type Report = (owner: object, path: readonly (string | number)[], code: PackProblemCode, reason: string) => void;
