/** A bulletin as a page, of its snapshot alone: the same snapshot makes the same bytes. */
import type { BulletinCell, BulletinSnapshot, BulletinText } from '@xincheng/core/bulletins';
import type { Label } from '@xincheng/core/standards';
import { barChart } from './chart.ts';
import { escapeText } from './escape.ts';
import { nameOf, usualPlace } from './names.ts';
import { STYLE } from './style.ts';

export type Language = keyof Label;

const WORDS = {
  unit: { zh: '单位', en: 'Unit' },
  total: { zh: '全区合计', en: 'District' },
  before: { zh: '上月合计', en: 'Month before' },
  open: { zh: '线索', en: 'Alarms' },
  overdue: { zh: '逾期线索', en: 'Overdue alarms' },
  table: { zh: '各单位报送情况', en: 'Filings by unit' },
  charts: { zh: '各单位比率', en: 'Rates by unit' },
  scroll: { zh: '表格较宽，可左右滑动。', en: 'The table is wide: it scrolls sideways.' },
  sources: { zh: '数据口径', en: 'Sources' },
  rows: { zh: '行集校验值', en: 'Row set' },
  to: { zh: '：', en: ':' },
} as const satisfies Readonly<Record<string, Label>>;

/** The whole page. */
export function bulletinPage(bulletin: BulletinSnapshot, language: Language): string {
  const say = (label: Label): string => escapeText(label[language]);
  const title = `${say(bulletin.title)} ${say(bulletin.serial)}`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${STYLE}</style></head>
<body class="${language}"><main>
<header><p class="issuer">${say(bulletin.issuer)}</p><p class="serial">${say(bulletin.serial)}</p><hr class="rule"><h1>${say(bulletin.title)}</h1></header>
<p class="to">${say(bulletin.addressees)}${WORDS.to[language]}</p>
${bulletin.paragraphs.map((part) => paragraph(part, language)).join('\n')}
<div class="sign"><p>${say(bulletin.signature)}<br><time datetime="${escapeText(bulletin.issuedOn)}">${escapeText(dayWords(bulletin.issuedOn, language))}</time></p></div>
<h2>${escapeText(monthWords(bulletin.month, language))} ${say(WORDS.table)}</h2>
<p class="note wide">${say(WORDS.scroll)}</p>
${table(bulletin, language)}
${charts(bulletin, language)}
${sources(bulletin, language)}
</main></body></html>
`;
}

function paragraph({ heading, text }: BulletinText, language: Language): string {
  const head = heading === null ? '' : `<h2>${escapeText(heading[language])}</h2>`;
  return `${head}<p class="text">${escapeText(text[language])}</p>`;
}

function table({ columns, rows, total, before }: BulletinSnapshot, language: Language): string {
  const say = (label: Label): string => escapeText(label[language]);
  const cells = (of: readonly BulletinCell[]): string => of.map(({ shown }) => `<td>${say(shown)}</td>`).join('');
  const counts = (open: number, overdue: number): string => `<td>${String(open)}</td><td>${String(overdue)}</td>`;
  const heads = [WORDS.unit, ...columns.map(({ name }) => name), WORDS.open, WORDS.overdue];
  const place = usualPlace(rows.map(({ name }) => name));
  const lines = rows.map(
    ({ name, cells: own, alarms }) =>
      `<tr><th scope="row">${nameOf(name, place)}</th>${cells(own)}${counts(alarms.open, alarms.overdue)}</tr>`,
  );
  const sum = (of: 'open' | 'overdue'): number => rows.reduce((all, { alarms }) => all + alarms[of], 0);
  const last = before === null ? '' : `<tr><th scope="row">${say(WORDS.before)}</th>${cells(before)}<td>—</td><td>—</td></tr>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${say(WORDS.table)}"><table><thead><tr>${heads.map((head) => `<th scope="col">${say(head)}</th>`).join('')}</tr></thead><tbody>
${lines.join('\n')}
</tbody><tfoot><tr><th scope="row">${say(WORDS.total)}</th>${cells(total)}${counts(sum('open'), sum('overdue'))}</tr>${last}</tfoot></table></div>`;
}

function charts({ columns, rows }: BulletinSnapshot, language: Language): string {
  const made = columns.map(({ name, isCharted }, at) => (isCharted ? barChart(name[language], at, rows, language) : ''));
  return made.every((chart) => chart === '')
    ? ''
    : `<h2>${escapeText(WORDS.charts[language])}</h2><div class="charts">${made.join('')}</div>`;
}

function sources({ sources: all, rowsHash, standards }: BulletinSnapshot, language: Language): string {
  const list = all.map(({ indicator, version }) => escapeText(`${indicator} ${version}`)).join(language === 'zh' ? '、' : ', ');
  const [head, rows] = [WORDS.sources[language], WORDS.rows[language]];
  return `<footer class="sources">${head} ${list}<br>${rows} <code>${escapeText(rowsHash)}</code><br><code>${escapeText(standards)}</code></footer>`;
}

function monthWords(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return language === 'zh' ? `${year}年${String(Number(number))}月` : month;
}

function dayWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return language === 'zh' ? `${year}年${String(Number(month))}月${String(Number(date))}日` : day;
}
