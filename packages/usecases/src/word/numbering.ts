/** Numbers of lists in a Word document: they are not in its text, and are counted as Word counts them. */
import { chineseNumeral } from '@xincheng/core/plans';
import { forEachElement } from '../workbook/index.ts';
import type { ZipArchive, ZipEntry } from '../workbook/index.ts';

/** Of which list a paragraph is a member, and how deep. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** Gives numbers, paragraph after paragraph. */
export interface ListNumbers {
  /** The number of the next paragraph of a list, as it is printed; empty for bullets and unknown lists. */
  readonly next: (place: ListPlace) => string;
  /** Lists that styles put their paragraphs in. */
  readonly ofStyle: (style: string) => ListPlace | null;
}

interface Level {
  start: number;
  format: string;
  /** `%1.` or `（%1）`. */
  text: string;
}

interface List {
  readonly kind: string;
  readonly starts: Map<number, number>;
}

interface Definitions {
  /** Levels by the kind of list. */
  readonly kinds: Map<string, Map<number, Level>>;
  readonly lists: Map<string, List>;
  readonly styles: Map<string, { basedOn: string | null; list: string | null; level: number }>;
}

/** Reads how the lists of a document are numbered. */
export async function listNumbers(
  archive: ZipArchive,
  numbering: ZipEntry | null,
  styles: ZipEntry | null,
): Promise<ListNumbers> {
  const definitions: Definitions = { kinds: new Map(), lists: new Map(), styles: new Map() };
  if (numbering !== null) await readNumbering(archive, numbering, definitions);
  if (styles !== null) await readStyles(archive, styles, definitions);
  return counterOf(definitions);
}

/** Elements come in their order; what stands in what is told by the one last opened. */
async function readNumbering(archive: ZipArchive, part: ZipEntry, { kinds, lists }: Definitions): Promise<void> {
  let levels = new Map<number, Level>();
  let level: Level = { start: 1, format: 'decimal', text: '' };
  let list: List = { kind: '', starts: new Map() };
  let overridden = 0;
  const names = ['abstractNum', 'lvl', 'start', 'numFmt', 'lvlText', 'num', 'abstractNumId', 'lvlOverride', 'startOverride'];
  await forEachElement(archive, part, names, (name, attribute) => {
    const value = attribute('val') ?? '';
    if (name === 'abstractNum') kinds.set(attribute('abstractNumId') ?? '', (levels = new Map<number, Level>()));
    else if (name === 'lvl') levels.set(whole(attribute('ilvl'), 0), (level = { start: 1, format: 'decimal', text: '' }));
    else if (name === 'start') level.start = whole(value, 1);
    else if (name === 'numFmt') level.format = value;
    else if (name === 'lvlText') level.text = value;
    else if (name === 'num') {
      // Levels that a list redefines for itself are not those of its kind.
      levels = new Map();
      lists.set(attribute('numId') ?? '', (list = { kind: '', starts: new Map() }));
    } else if (name === 'abstractNumId') lists.set(lastKey(lists), (list = { ...list, kind: value }));
    else if (name === 'lvlOverride') overridden = whole(attribute('ilvl'), 0);
    else list.starts.set(overridden, whole(value, 1));
  });
}

function lastKey(map: ReadonlyMap<string, unknown>): string {
  return [...map.keys()].at(-1) ?? '';
}

async function readStyles(archive: ZipArchive, part: ZipEntry, { styles }: Definitions): Promise<void> {
  let style: { basedOn: string | null; list: string | null; level: number } = { basedOn: null, list: null, level: 0 };
  await forEachElement(archive, part, ['style', 'basedOn', 'numId', 'ilvl'], (name, attribute) => {
    if (name === 'style') styles.set(attribute('styleId') ?? '', (style = { basedOn: null, list: null, level: 0 }));
    else if (name === 'basedOn') style.basedOn = attribute('val');
    else if (name === 'numId') style.list = attribute('val');
    else style.level = whole(attribute('val'), 0);
  });
}

const DEEPEST_LEVEL = 8;

function counterOf({ kinds, lists, styles }: Definitions): ListNumbers {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next: ({ list: id, level: depth }) => {
      const list = lists.get(id);
      const level = kinds.get(list?.kind ?? '')?.get(depth);
      if (list === undefined || level === undefined || depth > DEEPEST_LEVEL) return '';
      const levels = kinds.get(list.kind) ?? new Map<number, Level>();
      const count = counts.get(list.kind) ?? [];
      counts.set(list.kind, count);
      const restart = begun.has(`${id}/${depth}`) ? undefined : list.starts.get(depth);
      begun.add(`${id}/${depth}`);
      count[depth] = restart ?? (count[depth] === undefined ? level.start : count[depth] + 1);
      count.length = depth + 1;
      if (level.format === 'bullet' || level.format === 'none') return '';
      const label = level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const shown = levels.get(at);
        return inFormat(count[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
      });
      // On paper a gap parts a bare number from the words; in the text a sign has to.
      return /\d$/u.test(label) ? `${label}. ` : /[一二三四五六七八九十]$/u.test(label) ? `${label}、` : label;
    },
    ofStyle: (id) => {
      const seen = new Set<string>();
      for (let at: string | null = id; at !== null && !seen.has(at);) {
        seen.add(at);
        const style = styles.get(at);
        if (style === undefined) return null;
        if (style.list !== null) return { list: style.list, level: style.level };
        at = style.basedOn;
      }
      return null;
    },
  };
}

const CHINESE_FORMATS = /^(?:chinese|japanese|taiwanese|ideograph(?:Digital|Traditional$)|korean)/u;

function inFormat(value: number, format: string): string {
  if (CHINESE_FORMATS.test(format) && value > 0 && value < 100) return chineseNumeral(value);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value > 0 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode((format === 'upperLetter' ? 65 : 97) + ((value - 1) % 26));
    return letter.repeat(Math.min(9, Math.floor((value - 1) / 26) + 1));
  }
  return String(value);
}

function whole(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,6}$/u.test(text) ? Number(text) : otherwise;
}
