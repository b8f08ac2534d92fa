/**
 * Record ids made from the natural key (semantics: dataset · authority · number · subject), so that the primary key is the natural
 * key and no second index is needed to find it. UUID version 8 (RFC 9562):
 *
 *   60 bits  SHA-256(dataset, authority, number)                          the same for all records of one decision
 *   62 bits  SHA-256(dataset, authority, number, subjectKey, sequence)    told apart by subject
 *
 * Records of one decision are therefore neighbours under the primary key, and "same number, other subject" is a range of it.
 * The hash has no key: codes and numbers of organisations are public, and a person's subject key is a keyed hash already.
 */
import { hash } from 'node:crypto';
import { uuidText } from '../ids.ts';

/** Bytes of an id. */
export const ID_BYTES = 16;

/** Between the parts. No part but the subject key can hold it, and that one is followed by digits only. */
const SEPARATOR = '\u001f';
/** By the first digit of the second hash: its two low bits beside the variant. */
const VARIANT_DIGITS = '89ab89ab89ab89ab';
const UUID_DIGITS = 32;
/** Digits of a UUID up to the one that holds the variant: sixty bits of the decision and the version. */
const DECISION_DIGITS = 16;
const LOWEST_REST = '8000000000000000';
const HIGHEST_REST = 'bfffffffffffffff';

/**
 * Writes the id of a record as sixteen bytes at `at`. `number` is already in the form in which the dataset compares numbers;
 * `sequence` counts decisions that were confirmed as new under a number already used on another day.
 */
export function writeRecordId(
  target: Uint8Array,
  at: number,
  dataset: string,
  authority: string,
  number: string,
  subjectKey: string,
  sequence = 0,
): void {
  const decision = dataset + SEPARATOR + authority + SEPARATOR + number;
  const first = hash('sha256', decision, 'binary');
  const second = hash('sha256', decision + SEPARATOR + subjectKey + SEPARATOR + String(sequence), 'binary');
  for (let byte = 0; byte < 6; byte += 1) target[at + byte] = first.charCodeAt(byte);
  // The version takes four bits between the decision's first 48 and its last 12.
  const [seventh, eighth] = [first.charCodeAt(6), first.charCodeAt(7)];
  target[at + 6] = 0x80 | (seventh >> 4);
  target[at + 7] = ((seventh & 0x0f) << 4) | (eighth >> 4);
  target[at + 8] = 0x80 | (second.charCodeAt(0) & 0x3f);
  for (let byte = 1; byte < 8; byte += 1) target[at + 8 + byte] = second.charCodeAt(byte);
}

/** The id of a record as the text of a UUID, lower case; parts as for `writeRecordId`. */
export function recordIdOf(dataset: string, authority: string, number: string, subjectKey: string, sequence = 0): string {
  const bytes = Buffer.alloc(ID_BYTES);
  writeRecordId(bytes, 0, dataset, authority, number, subjectKey, sequence);
  return uuidText(bytes.toString('hex'));
}

/** The lowest and the highest id a record of the same decision can have. Takes the id with or without hyphens; throws on other text. */
export function decisionRange(recordId: string): readonly [lowest: string, highest: string] {
  const digits = recordId.replaceAll('-', '');
  if (digits.length !== UUID_DIGITS) throw new Error('not a record id');
  const decision = digits.slice(0, DECISION_DIGITS);
  return [uuidText(decision + LOWEST_REST), uuidText(decision + HIGHEST_REST)];
}

/** The id of a further decision that a person confirmed under a number already used: a neighbour of the first, told apart by its sequence. */
export function furtherDecisionId(recordId: string, sequence: number): string {
  const digits = recordId.replaceAll('-', '');
  const rest = hash('sha256', digits + SEPARATOR + String(sequence), 'hex');
  const variant = VARIANT_DIGITS.charAt(Number.parseInt(rest.charAt(0), 16));
  return uuidText(digits.slice(0, DECISION_DIGITS) + variant + rest.slice(1, DECISION_DIGITS));
}
