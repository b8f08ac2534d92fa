/** What the keys are used for: sealing values, finding them again by a blind index, and hashing rows and persons. */
import { createHmac } from 'node:crypto';
import { codeForm } from '@xincheng/core/intake';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { uuidText } from '../ids.ts';
import { valueCipher } from './cipher.ts';
import type { ValueCipher } from './cipher.ts';
import { contentHasher } from './content-hash.ts';
import { activeOf } from './key-ring.ts';
import type { BlindAlgorithm, BlindKey, KeyRing } from './key-ring.ts';

/** What a worker thread is given: a ring is cloneable as it is. */
export type SealingMaterial = KeyRing;

/** Where a value belongs. Sealed into it: the text opens nowhere else, so it cannot be moved to another subject, field or dataset. */
export interface SealContext {
  readonly dataset: string;
  /** Field code. */
  readonly field: string;
  /** Subject key of the record; unlike its id it stays when a waiting row is confirmed as a new decision. */
  readonly subjectKey: string;
}

/** Why a text does not open. `does-not-open`: changed, moved to another place, or sealed by another key of that id. */
export interface UnsealProblem {
  readonly code: 'not-sealed' | 'unknown-key' | 'does-not-open';
  readonly message: string;
}

/** What a blind index is for: the same number gives another index for another purpose, so that the two cannot be joined. */
export type BlindPurpose = 'certificate' | 'phone';

/** A keyed hash as the text of a UUID, and the key that made it. */
export interface BlindIndex {
  readonly blind: string;
  readonly keyId: string;
}

const FORM = 's1';
const SEALED_SHAPE = /^s1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/u;
const HASH_DIGITS = 32;
const DIGESTS: Readonly<Record<BlindAlgorithm, string>> = { 'hmac-sha256': 'sha256', 'hmac-sm3': 'sm3' };

const NOT_SEALED: Result<never, UnsealProblem> = err({ code: 'not-sealed', message: '这不是加密内容，无法解密。' });
const UNKNOWN_KEY: Result<never, UnsealProblem> = err({
  code: 'unknown-key',
  message: '密钥文件中没有加密此内容的密钥，请恢复完整的密钥文件。',
});
const DOES_NOT_OPEN: Result<never, UnsealProblem> = err({
  code: 'does-not-open',
  message: '加密内容被改动过，或不属于这条记录，无法解密。',
});

/** True for text that `seal` made; says nothing about whether it opens. */
export function isSealed(text: string): boolean {
  return SEALED_SHAPE.test(text);
}

/** The sealer of a ring. Cheap to make; one for each thread. */
export function openSealer(material: SealingMaterial): Sealer {
  return new Sealer(material);
}

/** Keys at work. Holds nothing a log could print. */
export class Sealer {
  /** Writes the hash of a row's whole text, sixteen bytes: two versions of a record are equal when theirs are. */
  readonly writeContentHash: (text: string, target: Uint8Array, at: number) => void;
  readonly #ciphers: ReadonlyMap<string, ValueCipher>;
  readonly #activeId: string;
  readonly #ring: KeyRing;

  constructor(ring: KeyRing) {
    this.#ring = ring;
    this.#ciphers = new Map(ring.seal.map((key) => [key.id, valueCipher(key)]));
    this.#activeId = activeOf(ring.seal).id;
    this.writeContentHash = contentHasher(ring.row.key.export());
  }

  /** Seals a value for its place: `s1.<key id>.<iv, ciphertext, tag in base64url>`. */
  seal(plaintext: string, context: SealContext): string {
    const cipher = this.#ciphers.get(this.#activeId);
    if (cipher === undefined) throw new Error('a key ring without an active key');
    return `${FORM}.${this.#activeId}.${cipher.seal(plaintext, placeOf(this.#activeId, context)).toString('base64url')}`;
  }

  /** Opens a sealed value at its place. */
  unseal(sealed: string, context: SealContext): Result<string, UnsealProblem> {
    const match = SEALED_SHAPE.exec(sealed);
    if (match === null) return NOT_SEALED;
    const [, keyId = '', body = ''] = match;
    const cipher = this.#ciphers.get(keyId);
    if (cipher === undefined) return UNKNOWN_KEY;
    const plaintext = cipher.open(Buffer.from(body, 'base64url'), placeOf(keyId, context));
    return plaintext === null ? DOES_NOT_OPEN : ok(plaintext);
  }

  /** The value sealed with the active key; the very same text when it already is. For rotation, value by value. */
  reseal(sealed: string, context: SealContext): Result<string, UnsealProblem> {
    if (sealed.startsWith(`${FORM}.${this.#activeId}.`)) return ok(sealed);
    const opened = this.unseal(sealed, context);
    return opened.ok ? ok(this.seal(opened.value, context)) : opened;
  }

  /** Index under which a value is stored, made with the active key. Width, case and spaces do not matter. */
  blindIndex(value: string, purpose: BlindPurpose = 'certificate'): BlindIndex {
    return blindOf(activeOf(this.#ring.blind), value, purpose);
  }

  /** Every index under which the value may be stored, one for each key still kept: for searching. */
  blindIndexes(value: string, purpose: BlindPurpose = 'certificate'): readonly BlindIndex[] {
    return this.#ring.blind.map((key) => blindOf(key, value, purpose));
  }

  /** Keyed hash of what somebody gave for a login: people type their password there by mistake. */
  signInHash(login: string): string {
    return createHmac('sha256', this.#ring.subject.key).update(`sign-in\u001f${login}`).digest('hex');
  }

  /** Keyed hash of a person's certificate number for the subject key, 32 hexadecimal digits. The same for ever. */
  personHash(certificateNo: string): string {
    return createHmac('sha256', this.#ring.subject.key).update(codeForm(certificateNo)).digest('hex').slice(0, HASH_DIGITS);
  }
}

function blindOf(key: BlindKey, value: string, purpose: BlindPurpose): BlindIndex {
  const digest = createHmac(DIGESTS[key.algorithm], key.key)
    .update(`${purpose}\u001f${codeForm(value)}`)
    .digest('hex');
  return { blind: uuidText(digest.slice(0, HASH_DIGITS)), keyId: key.id };
}

/** The place as bytes; JSON because it is unambiguous whatever the parts hold. */
function placeOf(keyId: string, { dataset, field, subjectKey }: SealContext): Buffer {
  return Buffer.from(JSON.stringify([FORM, keyId, dataset, field, subjectKey]));
}
