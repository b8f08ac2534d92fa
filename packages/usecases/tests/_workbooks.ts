/** Workbooks written by hand, part by part: sound ones, odd ones, and ones no program would write. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; where a size or sum is given, the archive says so whatever the truth is. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  readonly saidSize?: number;
  readonly saidPacked?: number;
  readonly flags?: number;
}

/** An archive of these parts. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isStored = false, saidSize, saidPacked, flags = 0 } of parts) {
    const plain = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const packed = isStored ? plain : deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | flags, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(saidPacked ?? packed.length, 14);
    fields.writeUInt32LE(saidSize ?? plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One sheet: its rows as XML, or everything of it. */
export interface SheetParts {
  readonly name?: string;
  readonly state?: string;
  /** `<row>` elements. */
  readonly rows?: string;
  /** The whole part, instead of `rows`. */
  readonly xml?: string | Uint8Array;
  /** Its relation's type: `worksheet` unless said. */
  readonly type?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** Content of the style sheet. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
  /** Content type of the workbook's own part. */
  readonly contentType?: string;
  /** Replaces, adds or (null) takes away parts. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** The parts of a workbook by name. */
export function partsOf({ sheets, strings, styles, properties, contentType, parts = {} }: WorkbookParts): Part[] {
  const links = sheets.map(
    ({ type = 'worksheet' }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  if (strings !== undefined) links.push(`<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`);
  if (styles !== undefined) links.push(`<Relationship Id="rIdF" Type="${RELATIONS}/styles" Target="styles.xml"/>`);
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const made: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${contentType ?? `${CONTENT}.sheet.main+xml`}"/></Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties ?? ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
  };
  sheets.forEach(({ rows = '', xml }, index) => {
    made[`xl/worksheets/sheet${index + 1}.xml`] = xml ?? worksheet(rows);
  });
  if (strings !== undefined) made['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${strings}</sst>`;
  if (styles !== undefined) made['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  const all = { ...made, ...parts };
  return Object.entries(all).flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
}

/** A workbook as a file. */
export function workbookOf(parts: WorkbookParts): Buffer {
  return zipOf(partsOf(parts));
}

/** A sheet's part with these rows. */
export function worksheet(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** `<row>` elements with inline texts, blank cells left out; rows are counted from `first`. */
export function textRows(rows: readonly (readonly string[])[], first = 1): string {
  return rows
    .map((cells, index) => {
      const row = first + index;
      const written = cells.map((cell, column) =>
        cell === '' ? '' : `<c r="${columnName(column)}${row}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
      );
      return `<row r="${row}">${written.join('')}</row>`;
    })
    .join('');
}

/** Letters of a column, counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
