/** Documents as PDF: what the data say stands in them, whatever it looks like, and equal data make equal bytes. */
import { inflateSync } from 'node:zlib';
import { probeDocuments, renderPdf } from '@xincheng/usecases/documents';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const NO_FONTS = { sans: 'No Such Sans', serif: 'No Such Serif' };
/** Each machine asserts something: with the fonts that documents come out, without them that the refusal names the package. */
const HAS_FONTS = (await probeDocuments()).ok;

const HOSTILE = [
  '#panic("x")',
  ']',
  '[',
  '$x$',
  '*粗*',
  '_斜_',
  '`代码`',
  '<a>',
  '@b',
  '\\',
  '"',
  '#import "@preview/x:0.1.0"',
  '= 标题',
  '// 注',
  '#read("/etc/passwd")',
  '\u0000',
  '😀',
  '㐂𠮷',
];

function letter(words: string) {
  return {
    title: `督办单${words}`,
    issuer: `历城区示例文件${words}`,
    number: `历信督〔2026〕3号${words}`,
    to: `区市场监管局${words}`,
    parts: [
      { heading: `一、事由${words}`, paragraphs: [words], table: { columns: ['任务', words], rows: [[words, '2026-11-30']] } },
    ],
    unit: `区信用办${words}`,
    day: '2026年11月26日',
  };
}

async function pdfOf(data: unknown): Promise<Buffer | string> {
  const made = await renderPdf('letter', data);
  return made.ok ? made.value : made.error.code;
}

it('refuses in one sentence that names the package where the fonts are not there', async () => {
  expect(await renderPdf('letter', letter(''), NO_FONTS)).toEqual({
    ok: false,
    error: { code: 'fonts-missing', message: expect.stringContaining('fonts-noto-cjk') as string },
  });
});

it.each(HOSTILE)('takes %j as words', async (words) => {
  const made = await pdfOf(letter(words));
  if (!HAS_FONTS) expect(made).toBe('fonts-missing');
  else expect(made.toString('latin1', 0, 5)).toBe('%PDF-');
});

it('whatever the words are, they make a document and say nothing to the typesetter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
      const made = await pdfOf(letter(words));
      if (HAS_FONTS) expect(made).toBeInstanceOf(Buffer);
      else expect(made).toBe('fonts-missing');
    }),
    { numRuns: 40 },
  );
});

it('makes the same bytes of the same data, and other bytes of other data', async () => {
  const [first, again, other] = [await pdfOf(letter('甲')), await pdfOf(letter('甲')), await pdfOf(letter('乙'))];
  if (!HAS_FONTS) expect([first, again, other]).toEqual(['fonts-missing', 'fonts-missing', 'fonts-missing']);
  else
    expect([
      first.toString('base64') === again.toString('base64'),
      first.toString('base64') === other.toString('base64'),
    ]).toEqual([true, false]);
});

it('numbers its pages and embeds its fonts', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => [String(index), '说明']);
  const made = await pdfOf({ title: '明细', parts: [{ table: { columns: ['序号', '说明'], rows } }] });
  if (!HAS_FONTS || typeof made === 'string') {
    expect(made).toBe('fonts-missing');
    return;
  }
  const text = plainStreams(made);
  expect(text.match(/\/Type \/Page\b/gu)?.length).toBeGreaterThan(3);
  expect(text).toMatch(/NotoSerifCJKsc/u);
  expect(text).not.toMatch(/\/CreationDate|\/ModDate|\/JavaScript/u);
});

it('throws on a template that is not there, and never leaves its folder', async () => {
  await expect(renderPdf('nothing', {})).rejects.toThrow(/nothing/u);
  await expect(renderPdf('../../secret', {})).rejects.toThrow(/not a template/u);
  await expect(renderPdf('letter', {})).rejects.toThrow(/title/u);
});

/** The file with its compressed streams opened. */
function plainStreams(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const opened = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...opened].join('\n');
}
