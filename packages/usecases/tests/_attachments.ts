/** Files for the tests of attachments: sound ones with something to tell, and dangerous ones. */
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import { zipOf } from '../src/marking/zip-writer.ts';

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** A picture of one point that says who took it where, with bytes behind its end. */
export function png({ width = 1, height = 1, behind = '' } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_MAGIC,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Author\0SECRET-AUTHOR')),
    chunk('eXIf', Buffer.from('MM\0*SECRET-PLACE')),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(behind),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A photograph's frame: EXIF with a place and an orientation, a comment, a scan with stuffed bytes and a restart. */
export function jpeg(orientation = 6): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('SECRET-GPS')])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0SECRET-XMP')),
    segment(0xed, Buffer.from('Photoshop SECRET-IPTC')),
    segment(0xfe, Buffer.from('SECRET-COMMENT')),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('SECRET-TAIL'),
  ]);
}

/** A PDF by its objects; `objects` are put in as they are. */
export function pdf(objects = '', trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n${objects}\ntrailer\n<</Root 1 0 R${trailer}>>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}

/** A PDF whose objects are packed into a stream. */
export function packedPdf(inside: string, dictionary = '/Filter/FlateDecode'): Buffer {
  const packed = dictionary.includes('Flate') ? deflateSync(Buffer.from(inside, 'latin1')).toString('latin1') : inside;
  return pdf(
    `5 0 obj\n<</Type/ObjStm/N 1/First 4${dictionary}/Length ${String(packed.length)}>>\nstream\n${packed}\nendstream\nendobj`,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml; wordprocessingml',
};

/** An office document with an author; `more` are further parts. */
export async function office(kind: 'docx' | 'xlsx' | 'docm', more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const main = kind === 'xlsx' ? 'xl/workbook.xml' : 'word/document.xml';
  const parts = {
    '[Content_Types].xml': `<Types><Override PartName="/${main}" ContentType="${TYPES[kind] ?? ''}"/></Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="${main}"/></Relationships>`,
    [main]: '<body>内容</body>',
    'docProps/core.xml': '<cp:coreProperties><dc:creator>SECRET-AUTHOR</dc:creator></cp:coreProperties>',
    'docProps/app.xml': '<Properties><Company>SECRET-COMPANY</Company></Properties>',
    ...more,
  };
  return zip(parts);
}

/** An archive of parts. */
export async function zip(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  return buffer(zipOf(Object.entries(parts).map(([name, data]) => ({ name, data }))));
}
