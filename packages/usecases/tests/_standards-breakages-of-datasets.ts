/** Breakages of what datasets share and of their catalogue entries. */
import { SOUND } from './_standards-pack.ts';
import { broken, LICENCE, swap } from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

const GROUP = 'standards/fields/note.yaml';
const GROUP_TEXT = `id: note
name: { zh: 说明, en: Note }
stands: after
fields:
  - code: SM
    name: { zh: 说明, en: Note }
    type: text
    maxLength: 20
    require: optional
    certainty: known
`;
const NAMED = 'numberForm: decision\nfieldGroups: [note]\n';

/** The sound pack with a group of fields that its dataset names. */
export const WITH_GROUP = { ...swap(LICENCE, 'numberForm: decision\n', NAMED), [GROUP]: GROUP_TEXT };

const STATE = `  - code: ZT
    name: { zh: 登记状态, en: State }
    role: subjectStanding
    type: code
    codeList: category
    require: optional
    certainty: known
`;

function group(name: string, code: string, from: string, to: string, at: string): Breakage {
  if (GROUP_TEXT.split(from).length !== 2) throw new Error(`${from} is not there exactly once`);
  return { name, code, files: { ...WITH_GROUP, [GROUP]: GROUP_TEXT.replace(from, () => to) }, file: GROUP, at };
}

export const BREAKAGES_OF_DATASETS: readonly Breakage[] = [
  broken('a group of fields that is not there', 'unknown-field-group', LICENCE, 'numberForm: decision\n', NAMED, 'fieldGroups'),
  {
    name: 'a group with a field that the dataset has',
    code: 'duplicate-field',
    files: { ...WITH_GROUP, [GROUP]: GROUP_TEXT.replace('code: SM', 'code: BZ') },
    file: LICENCE,
    at: 'fieldGroups',
  },
  {
    name: 'a group named twice',
    code: 'duplicate-field',
    files: { ...swap(LICENCE, 'numberForm: decision\n', NAMED.replace('[note]', '[note, note]')), [GROUP]: GROUP_TEXT },
    file: LICENCE,
    at: 'fieldGroups',
  },
  {
    name: 'a group under another name',
    code: 'file-name',
    files: { ...SOUND, 'standards/fields/other.yaml': GROUP_TEXT },
    file: 'standards/fields/other.yaml',
    at: 'id: note',
  },
  group('a field of a group without room', 'length', '    maxLength: 20\n', '', 'type: text'),
  broken('a dataset without a catalogue item', 'missing-key', LICENCE, '  item: 行政许可\n', '', 'catalog:'),
  broken('a dataset with a blank catalogue item', 'wrong-value', LICENCE, 'item: 行政许可', 'item: " "', 'item:'),
  broken(
    'a dataset without a basis',
    'no-basis',
    LICENCE,
    '  basis:\n    - { instrument: law-1, clause: 第一条 }\n',
    '  basis: []\n',
    'basis:',
  ),
  broken(
    'a base register in which nothing lives or ends',
    'no-standing',
    LICENCE,
    'numberForm: decision\ndeadline: licence.forward\nfields:\n',
    `registers: subject\nnumberForm: decision\ndeadline: licence.forward\nfields:\n${STATE}`,
    'codeList: category\n    require: optional',
  ),
  {
    name: 'a negative dataset whose rows name no authority',
    code: 'no-document',
    files: negativeWithout('role: authorityName', 'role: sourceName'),
    file: LICENCE,
    at: 'isNegative',
  },
];

function negativeWithout(role: string, other: string): Breakage['files'] {
  const text = swap(LICENCE, 'isNegative: false', 'isNegative: true')[LICENCE];
  if (typeof text !== 'string' || text.split(role).length !== 2) throw new Error(`${role} is not there exactly once`);
  return { ...SOUND, [LICENCE]: text.replace(role, other) };
}
