/**
 * What of a person's data is shown: enough for staff to tell two people apart, nothing a stranger could use
 * (个人信息保护法; 国办发〔2020〕49号). Codes and names of organisations are not masked.
 */

/** Who looks: staff inside the system, or everybody. */
export type Audience = 'staff' | 'public';

const STAR = '*';
/** Characters of a certificate number shown to staff. */
const CERTIFICATE_SHOWN = { head: 3, tail: 4 } as const;
/** Shortest certificate number of which seven characters may be shown; of shorter ones (a passport's) only four are. */
const LONG_CERTIFICATE = 11;
const SHORT_CERTIFICATE = 7;
const PHONE_SHOWN = { head: 3, tail: 4 } as const;
const BANK_TAIL = 4;
const HAN_NAME = /^[\p{Script=Han}·•]{1,15}$/u;
/** No digit before the street: whatever follows a house number is too near. */
const DOWN_TO_STREET = /^[^\d０-９]*?(?:街道|[镇乡])/u;
const DOWN_TO_COUNTY = /^[^\d０-９]*?[县区旗]/u;
const HIDDEN_ADDRESS = '***';

/** A person's name: the first character, for staff also the last one of a name of three or more. */
export function maskName(name: string, audience: Audience = 'staff'): string {
  const characters = [...name];
  const first = characters[0];
  if (first === undefined) return '';
  if (characters.length === 1) return STAR;
  const last = characters.at(-1) ?? '';
  if (characters.length === 2 || audience === 'public') return first + STAR.repeat(characters.length - 1);
  return first + STAR.repeat(characters.length - 2) + last;
}

/** A person's certificate number: first three and last four for staff, nothing for the public. */
export function maskCertificateNo(number: string, audience: Audience = 'staff'): string {
  if (audience === 'public' || number.length < SHORT_CERTIFICATE) return STAR.repeat(number.length);
  const { head, tail } = number.length < LONG_CERTIFICATE ? { head: 2, tail: 2 } : CERTIFICATE_SHOWN;
  return keepEnds(number, head, tail);
}

/** A telephone number: first three and last four; a number too short for that is hidden whole. */
export function maskPhone(phone: string): string {
  return phone.length < LONG_CERTIFICATE ? STAR.repeat(phone.length) : keepEnds(phone, PHONE_SHOWN.head, PHONE_SHOWN.tail);
}

/** A bank account: the last four characters. */
export function maskBankAccount(account: string): string {
  return keepEnds(account, 0, account.length > BANK_TAIL * 2 ? BANK_TAIL : 0);
}

/** An address down to the street or town, else to the county; of any other text nothing. */
export function maskAddress(address: string): string {
  const known = DOWN_TO_STREET.exec(address) ?? DOWN_TO_COUNTY.exec(address);
  return (known?.[0] ?? '') + HIDDEN_ADDRESS;
}

/** A sensitive value of unknown kind, perhaps misfiled: a name as names, everything else as a certificate number, for staff. */
export function maskValue(value: string): string {
  return HAN_NAME.test(value) ? maskName(value) : maskCertificateNo(value);
}

function keepEnds(text: string, head: number, tail: number): string {
  return text.slice(0, head) + STAR.repeat(Math.max(0, text.length - head - tail)) + text.slice(text.length - tail);
}
