/** What is on public show: terms that hold together, and datasets whose publicity can be computed. */
import { compileExpression } from '@xincheng/core/expression';
import { bindingsOf } from '@xincheng/core/intake';
import type { DatasetDefinition, Regime, TermSet } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** Sets of terms, each for itself. */
export function checkTerms(pack: PackContent, report: Report): void {
  for (const set of pack.terms.values()) {
    const classes = set.classes.map(({ id }) => id);
    set.classes.forEach((one, index) => {
      if (classes.indexOf(one.id) !== index) report(one, ['id'], 'duplicate-id', `等级 ${one.id} 已经用过。`);
      if (set.regimes.every(({ terms }) => !Object.hasOwn(terms, one.id))) report(one, ['id'], 'class-unused', `没有一套规定给出等级 ${one.id} 的期限。`);
    });
    set.regimes.forEach((regime, index) => {
      checkRegime(regime, classes, report);
      const before = set.regimes[index - 1];
      if (before !== undefined && (before.to === undefined || before.to >= regime.from)) report(regime, ['from'], 'overlap', `与前一套规定 ${before.id} 在时间上重叠，或者没有按时间先后排列。`);
      if (set.regimes.findIndex(({ id }) => id === regime.id) !== index) report(regime, ['id'], 'duplicate-id', `编号 ${regime.id} 已经用过。`);
    });
  }
}

function checkRegime(regime: Regime, classes: readonly string[], report: Report): void {
  if (regime.to !== undefined && regime.to < regime.from) report(regime, ['to'], 'reversed', '截止日期早于起始日期。');
  for (const [id, term] of Object.entries(regime.terms)) {
    if (!classes.includes(id)) report(regime.terms, [id], 'unknown-class', `等级 ${id} 没有列在 classes 里。`);
    if (term.maxMonths < term.minMonths) report(term, ['maxMonths'], 'term-reversed', '最长公示期短于最短公示期。');
  }
  const check = (owner: object, path: readonly string[], id: string): void => {
    if (!Object.hasOwn(regime.terms, id)) report(owner, path, 'unknown-class', `规定 ${regime.id} 没有等级 ${id} 的期限。`);
  };
  for (const rule of regime.classify) check(rule, ['class'], rule.class);
  check(regime, ['otherwise'], regime.otherwise);
}

/** Notices: every word in braces is one that is filled. */
export function checkNotices(pack: PackContent, report: Report): void {
  for (const notice of pack.notices.values()) {
    const check = (owner: object, path: readonly string[], text: string): void => {
      for (const [, word = ''] of text.matchAll(/\{([^}]*)\}/gu)) {
        if (!notice.placeholders.includes(word)) report(owner, path, 'unknown-placeholder', `不认识的占位符 {${word}}。`);
      }
    };
    check(notice, ['title'], notice.title);
    for (const paragraph of notice.paragraphs) check(paragraph, ['text'], paragraph.text);
  }
}

/** Datasets that are shown: what they lean on exists, and their conditions compile over their own fields. */
export function checkShown(pack: PackContent, report: Report): void {
  for (const dataset of pack.datasets.values()) {
    const { shown } = dataset;
    if (shown === undefined) continue;
    if (dataset.catalog.publicity === 'private') report(shown, [], 'shown-private', `目录写明数据集 ${dataset.id} 不公开，不能公示。`);
    if (shown.onlyIf !== undefined) checkCondition(dataset, shown, 'onlyIf', shown.onlyIf, report);
    if (shown.until === 'always') continue;
    if ('field' in shown.until) {
      const { field: code } = shown.until;
      const field = dataset.fields.find((candidate) => candidate.code === code);
      if (field === undefined) report(shown.until, ['field'], 'unknown-field', `数据集 ${dataset.id} 没有字段 ${code}。`);
      else if (field.type !== 'day') report(shown.until, ['field'], 'shown-until', `字段 ${code} 不是日期，不能作为公示截止日。`);
      continue;
    }
    const set = pack.terms.get(shown.until.terms);
    if (set === undefined) report(shown.until, ['terms'], 'unknown-terms', `公示期限 ${shown.until.terms} 没有定义。`);
    else checkRules(dataset, set, report);
  }
}

function checkRules(dataset: DatasetDefinition, { regimes }: TermSet, report: Report): void {
  for (const { classify } of regimes) for (const rule of classify) checkCondition(dataset, rule, 'when', rule.when, report);
}

function checkCondition(dataset: DatasetDefinition, owner: object, key: string, source: string, report: Report): void {
  const compiled = compileExpression(source, bindingsOf(dataset), 'bool');
  if (!compiled.ok) report(owner, [key], 'expression', `表达式有误（数据集 ${dataset.id}）：${compiled.error.message}。`);
}
