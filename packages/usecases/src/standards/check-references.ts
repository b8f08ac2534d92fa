/** What is cited exists: instruments, deadlines, units, datasets; and every name means one thing. */
import type { Citation, StandardsPack } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import { noticeCheck } from './check-told.ts';
import type { Report } from './problem.ts';

/** Every citation of the pack, whatever cites it. */
export function checkCitations(pack: PackContent, report: Report): void {
  const check = (citation: Citation): void => {
    if (!pack.instruments.has(citation.instrument)) {
      report(citation, ['instrument'], 'unknown-instrument', `依据 ${citation.instrument} 不在 instruments.yaml 中。`);
    }
  };
  for (const dataset of pack.datasets.values()) dataset.catalog.basis.forEach(check);
  for (const list of pack.codeLists.values()) list.basis.forEach(check);
  for (const rule of pack.checks.values()) rule.basis.forEach(check);
  for (const deadline of pack.deadlines.values()) for (const { basis } of deadline.values) check(basis);
  for (const { regimes } of pack.terms.values()) for (const { basis } of regimes) basis.forEach(check);
  for (const notice of pack.notices.values()) notice.basis.forEach(check);
  pack.attachments?.basis.forEach(check);
  for (const year of pack.calendar) year.papers.forEach(check);
  for (const provision of pack.provisions) check(provision.basis);
  pack.concealment?.basis.forEach(check);
  pack.supervision?.basis.forEach(check);
  pack.bulletin?.basis.forEach(check);
  for (const { basis, targets = [] } of pack.indicators.values()) [...basis, ...targets.map((target) => target.basis)].forEach(check);
  for (const { basis } of [...pack.expected.values(), ...pack.monitoring.values()]) basis.forEach(check);
  for (const { basis, naturalBasis } of pack.forwarding.values()) [...basis, ...(naturalBasis === undefined ? [] : [naturalBasis])].forEach(check);
  for (const { basis } of pack.plans.values()) basis.forEach(check);
}

/** Every place where a value holds has a name for users. */
export function checkJurisdictions({ deadlines, district, jurisdictions }: PackContent, report: Report): void {
  const unknown = (owner: object, path: readonly (string | number)[], id: string): void => {
    if (!jurisdictions.has(id)) report(owner, path, 'unknown-jurisdiction', `适用范围 ${id} 不在 jurisdictions.yaml 中。`);
  };
  for (const { values } of deadlines.values()) for (const value of values) unknown(value, ['jurisdiction'], value.jurisdiction);
  district.jurisdictions.forEach((id, index) => {
    unknown(district, ['jurisdictions', index], id);
  });
}

/** Each dataset's clock exists and runs somewhere in this district. */
export function checkDeadlines(pack: PackContent, report: Report): void {
  for (const dataset of pack.datasets.values()) {
    if (dataset.deadline === undefined) continue;
    const deadline = pack.deadlines.get(dataset.deadline);
    if (deadline === undefined) {
      report(dataset, ['deadline'], 'unknown-deadline', `时限 ${dataset.deadline} 没有定义。`);
    } else if (!deadline.values.some(({ jurisdiction }) => pack.district.jurisdictions.includes(jurisdiction))) {
      report(dataset, ['deadline'], 'no-deadline-value', `时限 ${dataset.deadline} 在本区适用的各级（${pack.district.jurisdictions.join('、')}）都没有数值。`);
    }
  }
}

/** The bulletin shows monthly numbers that are measured, and judges columns that it has. */
export function checkBulletin({ bulletin, indicators }: PackContent, report: Report): void {
  if (bulletin === null) return;
  bulletin.columns.forEach(({ indicator }, index) => {
    const definition = indicators.get(indicator);
    if (definition === undefined) report(bulletin, ['columns', index, 'indicator'], 'unknown-indicator', `指标 ${indicator} 没有定义。`);
    else if (definition.period !== 'month' || definition.numerator === undefined)
      report(bulletin, ['columns', index, 'indicator'], 'not-monthly', `指标 ${indicator} 不按月测算，月通报不能用。`);
  });
  const known = new Set(bulletin.columns.map(({ id }) => id));
  bulletin.rules.forEach(({ praise, name }, index) => {
    for (const { column } of [...praise, ...name])
      if (!known.has(column)) report(bulletin, ['rules', index], 'unknown-column', `月通报没有 ${column} 这一列。`);
  });
}

/** Words that a text about alarms may be filled with. */
export const CONCEALMENT_WORDS = ['unit', 'count', 'about', 'name', 'words', 'dueOn'] as const;

/** The finder of concealment looks at datasets whose numbers are decisions', and its clock runs in this district. */
export function checkConcealment({ concealment, datasets, deadlines, notices }: PackContent, report: Report): void {
  if (concealment === null) return;
  concealment.datasets.forEach((id, index) => {
    const form = datasets.get(id)?.numberForm;
    if (form === undefined) report(concealment, ['datasets', index], 'unknown-dataset', `数据集 ${id} 没有定义。`);
    else if (form !== 'decision') report(concealment, ['datasets', index], 'not-numbered', `数据集 ${id} 的编号不是决定书文号，没有号段可查。`);
  });
  if (!deadlines.has(concealment.answerWithin))
    report(concealment, ['answerWithin'], 'unknown-deadline', `时限 ${concealment.answerWithin} 没有定义。`);
  const { prior } = concealment.gaps;
  if (prior.found > prior.answered) report(concealment.gaps, ['prior'], 'wrong-value', 'prior 的 found 不能大于 answered：漏报的个数不能多于已答复的个数。');
  const checkNotice = noticeCheck(notices, CONCEALMENT_WORDS, report);
  for (const [use, id] of Object.entries(concealment.notices)) checkNotice(concealment.notices, [use], id);
}

/** Units and groups: one meaning for each name and code, members that exist, no group inside itself. */
export function checkUnits(pack: PackContent, report: Report): void {
  const names = new Map<string, string>();
  const usccs = new Map<string, string>();
  for (const unit of pack.units.values()) {
    const other = usccs.get(unit.uscc);
    if (other !== undefined) report(unit, ['uscc'], 'duplicate-uscc', `统一社会信用代码 ${unit.uscc} 已属于 ${other}。`);
    usccs.set(unit.uscc, unit.id);
  }
  const { creditOffice } = pack.district;
  if (!pack.units.has(creditOffice)) report(pack.district, ['creditOffice'], 'unknown-unit', `单位 ${creditOffice} 不在 units.yaml 中。`);
  for (const body of [...pack.units.values(), ...pack.groups.values()]) {
    [body.name, ...(body.aliases ?? [])].forEach((name, index) => {
      const other = names.get(name);
      if (other !== undefined) report(body, index === 0 ? ['name'] : ['aliases', index - 1], 'duplicate-name', `名称 ${name} 已属于 ${other}。`);
      names.set(name, body.id);
    });
  }
  for (const group of pack.groups.values()) {
    if (pack.units.has(group.id)) report(group, ['id'], 'duplicate-id', `编号 ${group.id} 已是一个单位。`);
    group.members.forEach((member, index) => {
      if (group.members.indexOf(member) !== index) report(group, ['members', index], 'duplicate-member', `成员 ${member} 列了两次。`);
      if (!pack.units.has(member) && !pack.groups.has(member)) report(group, ['members', index], 'unknown-member', `成员 ${member} 不是已有的单位或单位组。`);
      else if (reaches(pack, member, group.id)) report(group, ['members', index], 'group-cycle', `成员 ${member} 又包含本组 ${group.id}。`);
    });
  }
}

function reaches(pack: Pick<StandardsPack, 'groups'>, from: string, target: string, seen = new Set<string>()): boolean {
  if (from === target) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (pack.groups.get(from)?.members ?? []).some((member) => reaches(pack, member, target, seen));
}

/** Who provides what: both exist. */
export function checkProvisions(pack: PackContent, report: Report): void {
  for (const provision of pack.provisions) {
    if (!pack.units.has(provision.unit) && !pack.groups.has(provision.unit)) report(provision, ['unit'], 'unknown-unit', `${provision.unit} 不是已有的单位或单位组。`);
    if (!pack.datasets.has(provision.dataset)) report(provision, ['dataset'], 'unknown-dataset', `数据集 ${provision.dataset} 没有定义。`);
  }
}

/** Addresses: of units that exist, and by one way at least. */
export function checkContacts(pack: PackContent, report: Report): void {
  for (const contact of pack.contacts.values()) {
    if (!pack.units.has(contact.id)) report(contact, ['id'], 'unknown-unit', `${contact.id} 不是已有的单位。`);
    if (contact.mail === undefined && contact.sms === undefined) report(contact, ['id'], 'no-address', `${contact.id} 没有写邮箱或短信号码。`);
  }
}
