/** `keys.json`: writing and reading, with every fault named and nothing of the content repeated. */
import { createSecretKey } from 'node:crypto';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { BLIND_ALGORITHMS, KEY_BYTES, KEY_STATES, SEAL_ALGORITHMS, isAlgorithmAvailable } from './key-ring.ts';
import type { BlindKey, KeyRing, RingKey, SealKey } from './key-ring.ts';

const FORMAT = 'xincheng-keys-1';
const NOTE = '数据的加密密钥。请与数据分开备份：丢失后证件号码等加密内容无法恢复。';
const ID_SHAPE = /^[0-9a-f]{8}$/u;
const KEY_SHAPE = /^[A-Za-z0-9+/]{43}=$/u;

/** What is wrong with the text of a key file. `where` names the part, never its content. */
export interface KeyTextProblem {
  readonly code: 'keys-damaged' | 'keys-incomplete' | 'keys-algorithm';
  readonly where: string;
}

/** A ring as the text of `keys.json`. The only place where keys leave their objects. */
export function keyRingText(ring: KeyRing): string {
  const plain = ({ id, key, createdAt }: RingKey): object => ({
    id,
    key: key.export().toString('base64'),
    createdAt: createdAt.toISOString(),
  });
  const rotating = (key: SealKey | BlindKey): object => ({ ...plain(key), algorithm: key.algorithm, state: key.state });
  const content = {
    format: FORMAT,
    note: NOTE,
    seal: ring.seal.map(rotating),
    blind: ring.blind.map(rotating),
    row: plain(ring.row),
    subject: plain(ring.subject),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Reads the text of `keys.json`. */
export function parseKeyRing(text: string): Result<KeyRing, KeyTextProblem> {
  const content = jsonObject(text);
  if (content === null) return err({ code: 'keys-damaged', where: 'JSON' });
  if (content['format'] !== FORMAT) return err({ code: 'keys-damaged', where: 'format' });
  const seal = keyList(content['seal'], 'seal', SEAL_ALGORITHMS);
  if (!seal.ok) return seal;
  const blind = keyList(content['blind'], 'blind', BLIND_ALGORITHMS);
  if (!blind.ok) return blind;
  const row = oneKey(content['row'], 'row');
  if (!row.ok) return row;
  const subject = oneKey(content['subject'], 'subject');
  if (!subject.ok) return subject;
  const missing = seal.value.find((key) => !isAlgorithmAvailable(key.algorithm));
  if (missing !== undefined) return err({ code: 'keys-algorithm', where: missing.algorithm });
  return ok({ seal: seal.value, blind: blind.value, row: row.value, subject: subject.value });
}

type Fields = Readonly<Record<string, unknown>>;

/** The parser's own message quotes the text it failed on, so it is not passed on. */
function jsonObject(text: string): Fields | null {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return null;
  }
}

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

type RotatingKey<A extends string> = RingKey & { readonly algorithm: A; readonly state: 'active' | 'old' };

function keyList<A extends string>(
  value: unknown,
  where: string,
  algorithms: readonly A[],
): Result<RotatingKey<A>[], KeyTextProblem> {
  if (value === undefined) return err({ code: 'keys-incomplete', where });
  if (!Array.isArray(value)) return err({ code: 'keys-damaged', where });
  const keys: RotatingKey<A>[] = [];
  for (const item of value as unknown[]) {
    const key = oneKey(item, where);
    if (!key.ok) return key;
    const algorithm = algorithms.find((known) => known === asFields(item)?.['algorithm']);
    const state = KEY_STATES.find((known) => known === asFields(item)?.['state']);
    if (algorithm === undefined || state === undefined || keys.some(({ id }) => id === key.value.id))
      return err({ code: 'keys-damaged', where });
    keys.push({ ...key.value, algorithm, state });
  }
  const active = keys.filter((key) => key.state === 'active').length;
  if (active === 0) return err({ code: 'keys-incomplete', where });
  return active === 1 ? ok(keys) : err({ code: 'keys-damaged', where });
}

function oneKey(value: unknown, where: string): Result<RingKey, KeyTextProblem> {
  if (value === undefined) return err({ code: 'keys-incomplete', where });
  const fields = asFields(value);
  const { id, key, createdAt } = { id: fields?.['id'], key: fields?.['key'], createdAt: fields?.['createdAt'] };
  if (
    typeof id !== 'string' ||
    !ID_SHAPE.test(id) ||
    typeof key !== 'string' ||
    !KEY_SHAPE.test(key) ||
    typeof createdAt !== 'string'
  ) {
    return err({ code: 'keys-damaged', where });
  }
  const bytes = Buffer.from(key, 'base64');
  const instant = new Date(createdAt);
  if (bytes.length !== KEY_BYTES || Number.isNaN(instant.getTime())) return err({ code: 'keys-damaged', where });
  return ok({ id, key: createSecretKey(bytes), createdAt: instant });
}
