/** The page of a bulletin: everything it says is text, whatever it looks like, and equal snapshots make equal pages. */
import type { BulletinSnapshot } from '@xincheng/core/bulletins';
import { expect, it } from 'vitest';
import { bulletinPage } from './page.ts';
import { POLICY } from './style.ts';

const HOSTILE = '<script>alert(1)</script>"\'&';
const SAID = { zh: HOSTILE, en: HOSTILE };
const CELL = { numerator: '1', denominator: '2', absence: null, shown: SAID };
const BULLETIN = {
  form: 1,
  month: '2021-05',
  title: SAID,
  issuer: SAID,
  addressees: SAID,
  signature: SAID,
  serial: SAID,
  issuedOn: '2021-06-20',
  corrects: null,
  columns: [{ id: 'a', name: SAID, indicator: 'a', part: 'value', format: 'percent', isCharted: true }],
  rows: [{ unit: 'u', name: HOSTILE, cells: [CELL], alarms: { open: 1, overdue: 0 } }],
  total: [CELL],
  before: [CELL],
  praised: [],
  named: [],
  paragraphs: [{ heading: SAID, text: SAID }],
  sources: [],
  rowsHash: HOSTILE,
  standards: HOSTILE,
} as unknown as BulletinSnapshot;

it('marks the place that most names begin with, and no other, so that a phone leaves it out', () => {
  const rows = ['历城区司法局', '历城区水务局', '济南市公安局历城分局'].map((name) => ({
    unit: name,
    name,
    cells: [CELL],
    alarms: { open: 0, overdue: 0 },
  }));
  const page = bulletinPage({ ...BULLETIN, rows }, 'zh');
  expect(page).toContain('<th scope="row"><span class="place">历城区</span>司法局</th>');
  expect(page).toContain('<th scope="row">济南市公安局历城分局</th>');
});

it.each(['zh', 'en'] as const)('shows hostile words as words (%s), the same each time', (language) => {
  const page = bulletinPage(BULLETIN, language);
  expect(page).not.toContain('<script');
  expect(page).not.toContain(`"'&<`);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
  expect(page).toContain('<rect class="below" width="50.0%"');
  expect(bulletinPage(BULLETIN, language)).toBe(page);
});

it('is served under a policy without scripts', () => {
  expect(POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]+='/u);
});
