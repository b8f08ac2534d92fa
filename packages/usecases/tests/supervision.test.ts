/** The work around tasks, through the use cases and on the real database: who files, who reviews, what is refused, who sees what. */
import { asDay } from '@xincheng/core/calendar';
import type { Decision } from '@xincheng/core/supervision';
import { withTransaction } from '@xincheng/store/connection';
import { boundUnits, dueDayOf, listDueChanges } from '@xincheng/store/plans';
import { attachFile, readAttachment, readAttachments } from '@xincheng/usecases/attachments';
import type { ActContext } from '@xincheng/usecases/identity';
import {
  ACTION_PLAN_ACCEPTED,
  acceptedActionPlans,
  askExtension,
  askHandOver,
  askRelease,
  callForReport,
  decideMatter,
  draftOrder,
  evidenceOwner,
  fileActionPlan,
  fileReport,
  orderPdf,
  readMatter,
  readMatters,
  readOrderPaper,
  readOwedReports,
  urgeUnit,
} from '@xincheng/usecases/supervision';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done, officeAt } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';
import { codeOf, givePlanOut, HELPER, LEAD, PLAN, STRANGER, UNIT, unitAt } from './_supervision.ts';

const MAY = '2021-05-07T10:00';
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.empty();
  await givePlanOut(desk.platform);
});
afterAll(() => desk.close());

function about(unit = UNIT, number = '一1') {
  return { plan: PLAN, number, unit };
}

function said(name: string, words = '已按要求办理') {
  return { name, words };
}

function report(unit = UNIT, changed: Partial<Parameters<typeof fileReport>[2]> = {}, at = MAY) {
  const filing = { ...about(unit), ...said('孙报送'), period: '2021-04', ...changed };
  return fileReport(desk.platform, unitAt(at, filing.unit), filing);
}

function decide(context: ActContext, id: string, act: Decision, name: string, words = '理由') {
  return decideMatter(desk.platform, context, id, { act, name, words });
}

async function attach(unit: string, number: string | null, bytes = Buffer.from('推进方案正文\n')) {
  const file = { ...evidenceOwner(PLAN, number), unitId: unit, fileName: '方案.txt', bytes };
  return attachFile(desk.platform, unitAt(MAY, unit), file);
}

function office(at = MAY): ActContext {
  return officeAt(at);
}

async function stateOf(id: string): Promise<string> {
  return done(await readMatter(desk.platform, office(), id)).state;
}

describe('reports', () => {
  it('are filed, returned with a reason, filed again, accepted by the lead; then refused until the office reopens', async () => {
    const { matter } = done(await report(UNIT, { figures: [{ name: '清理文件数', value: '12' }] }));
    expect(codeOf(await report())).toBe('already-filed');
    const lead = unitAt(MAY, LEAD);
    expect(codeOf(await decideMatter(desk.platform, lead, matter, { act: 'return', name: '李审核', words: ' ' }))).toBe(
      'words-missing',
    );
    done(await decide(lead, matter, 'return', '李审核', '没有写明数量'));
    expect(await stateOf(matter)).toBe('returned');
    done(await report());
    expect(codeOf(await decide(lead, matter, 'accept', '孙 报送'))).toBe('same-person');
    done(await decide(lead, matter, 'accept', '李审核'));
    expect(codeOf(await report())).toBe('already-accepted');
    expect(codeOf(await decide(lead, matter, 'reopen', '李审核'))).toBe('not-yours-to-do');
    done(await decide(office(), matter, 'reopen', '周主任', '数字有误'));
    done(await report());
    const view = done(await readMatter(desk.platform, office(), matter));
    expect(view.acts.map(({ act, byUnit, name }) => [act, byUnit, name])).toEqual([
      ['file', UNIT, '孙报送'],
      ['return', LEAD, '李审核'],
      ['file', UNIT, '孙报送'],
      ['accept', LEAD, '李审核'],
      ['reopen', null, '周主任'],
      ['file', UNIT, '孙报送'],
    ]);
    expect(view.acts[0]?.figures).toEqual([{ name: '清理文件数', value: '12' }]);
  });

  it('of a lead itself are accepted by the office alone', async () => {
    const { matter } = done(await report(LEAD));
    expect(codeOf(await decide(unitAt(MAY, LEAD), matter, 'accept', '李审核'))).toBe('not-yours-to-do');
    expect(codeOf(await decide(unitAt(MAY, UNIT), matter, 'accept', '李审核'))).toBe('no-such-matter');
    done(await decide(office(), matter, 'accept', '周主任'));
  });

  const REFUSED: readonly (readonly [string, Parameters<typeof report>[1] & object])[] = [
    ['not-bound', { unit: STRANGER }],
    ['no-such-task', { number: '九9' }],
    ['no-such-plan', { plan: 'other-plan' }],
    ['bad-period', { period: '2021-13' }],
    ['bad-period', { period: 'total' }],
    ['period-not-asked', { period: '2021-Q2' }],
    ['period-in-future', { period: '2021-06' }],
    ['period-before-bound', { period: '2021-03' }],
    ['bad-figure', { figures: [{ name: '数量', value: '十二' }] }],
    ['unknown-attachment', { attachments: ['00000000-0000-8000-8000-000000000000'] }],
    ['name-missing', { name: '　' }],
    ['words-missing', { words: '' }],
  ];

  it('are refused with a sentence of their own, and nothing is written', async () => {
    for (const [code, changed] of REFUSED)
      expect([code, codeOf(await report(changed.unit ?? UNIT, changed))]).toEqual([code, code]);
    expect(await desk.rows('select from supervision_matter')).toEqual([]);
  });

  it('are filed by nobody for another unit', async () => {
    const filing = { ...about(), ...said('孙报送'), period: '2021-04' };
    expect(codeOf(await fileReport(desk.platform, unitAt(MAY, LEAD), filing))).toBe('not-your-unit');
  });

  it('name files of the part; a file of a wrong kind is refused with its own code', async () => {
    const file = done(await attach(UNIT, '一1'));
    done(await report(UNIT, { attachments: [file.id] }));
    expect(codeOf(await attach(UNIT, '一1', Buffer.from('MZ\u0090\u0000\u0003'.repeat(40), 'latin1')))).toBe('attachment-kind');
    const other = done(await attach(UNIT, '一2'));
    expect(codeOf(await report(UNIT, { period: '2021-05', attachments: [other.id] }))).toBe('unknown-attachment');
  });

  it('can be called for on other periods, by a day', async () => {
    const call = { ...about(), ...said('周主任', '请报一季度以来的情况'), period: '2021-Q2', dueOn: asDay('2021-05-10') };
    expect(codeOf(await callForReport(desk.platform, unitAt(MAY, LEAD), call))).toBe('credit-office-only');
    expect(codeOf(await callForReport(desk.platform, office(), { ...call, dueOn: asDay('2021-05-06') }))).toBe('day-in-past');
    done(await callForReport(desk.platform, office(), call));
    done(await report(UNIT, { period: '2021-Q2' }, '2021-05-11T09:00'));
    const owed = done(await readOwedReports(desk.platform, unitAt('2021-05-11T10:00', UNIT), PLAN));
    expect(owed.find(({ period }) => period.id === '2021-Q2')).toMatchObject({ unitId: UNIT, isLate: true });
  });
});

it('reports owed are bound units × periods; a unit sees its own, a lead those of its tasks', async () => {
  done(await report());
  const at = '2021-06-03T10:00';
  const owed = async (context: ActContext) =>
    done(await readOwedReports(desk.platform, context, PLAN)).map(
      ({ number, unitId, period, report: filed, isLate }) =>
        `${number} ${unitId} ${period.id}${filed === null ? '' : ' filed'}${isLate ? ' late' : ''}`,
    );
  const all = await owed(office(at));
  // Three tasks, eight parts, two months that have ended.
  expect(all).toHaveLength(16);
  expect(all.filter((one) => one.endsWith('filed'))).toEqual([`一1 ${UNIT} 2021-04 filed`]);
  expect(all.filter((one) => one.endsWith('late'))).toHaveLength(7);
  expect(await owed(unitAt(at, HELPER))).toHaveLength(6);
  expect(await owed(unitAt(at, LEAD))).toHaveLength(12);
  expect(await owed(unitAt(at, STRANGER))).toEqual([]);
});

it('action plans: one a unit with a file, accepted once and for all, and counted by their event', async () => {
  const file = (attachments: readonly string[], unit = UNIT) =>
    fileActionPlan(desk.platform, unitAt(MAY, unit), { plan: PLAN, unit, attachments, ...said('孙报送') });
  expect(codeOf(await file([]))).toBe('attachment-missing');
  expect(codeOf(await file([await attachedId(STRANGER)], STRANGER))).toBe('not-in-plan');
  const id = await attachedId(UNIT);
  const { matter } = done(await file([id]));
  expect(codeOf(await decide(unitAt(MAY, LEAD), matter, 'accept', '李审核'))).toBe('no-such-matter');
  done(await decide(office(), matter, 'return', '周主任', '措施不具体'));
  done(await file([id]));
  expect(await acceptedActionPlans(desk.platform, office(), PLAN)).toEqual([]);
  done(await decide(office(), matter, 'accept', '周主任'));
  expect(await acceptedActionPlans(desk.platform, office(), PLAN)).toEqual([UNIT]);
  expect([codeOf(await file([id])), codeOf(await decide(office(), matter, 'reopen', '周主任'))]).toEqual([
    'already-accepted',
    'not-possible-now',
  ]);
  const events = await desk.rows<{ unit: string }>('select unit_id as unit from audit_event where act = $1', [
    ACTION_PLAN_ACCEPTED,
  ]);
  expect(events).toEqual([{ unit: UNIT }]);
});

it('lets the lead open what a report rests on, and nobody else; each opening is logged', async () => {
  const named = done(await attach(UNIT, '一1'));
  const open = async (unit: string, id: string): Promise<string> =>
    codeOf(await readAttachment(desk.platform, unitAt(MAY, unit), id));
  // Uploaded, and named by no act yet.
  expect(await open(LEAD, named.id)).toBe('no-such-attachment');
  const kept = done(await attach(UNIT, '一2'));
  done(await report(UNIT, { attachments: [named.id] }));
  expect(await open(LEAD, named.id)).toBe('done');
  const listed = await readAttachments(desk.platform, unitAt(MAY, LEAD), 'task', `${PLAN}/一1`);
  expect(listed.map(({ id }) => id)).toEqual([named.id]);
  expect(await open(LEAD, kept.id)).toBe('no-such-attachment');
  for (const unit of [HELPER, STRANGER]) expect(await open(unit, named.id)).toBe('no-such-attachment');
  const looks = await desk.rows<{ unit: string; actor: string }>(
    "select unit_id as unit, actor from audit_event where act = 'attachment.look'",
  );
  expect(looks).toEqual([{ unit: UNIT, actor: LEAD }]);
});

async function attachedId(unit: string): Promise<string> {
  return done(await attach(unit, null)).id;
}

describe('orders', () => {
  async function drafted(name = '周主任') {
    const order = { ...about(), ...said(name, '四月以来没有报送清理结果'), sinceOn: asDay('2021-05-01') };
    return done(await draftOrder(desk.platform, office(), order)).matter;
  }

  it('are drafted by one and issued by another with a number and a day, answered, returned, closed by a third', async () => {
    const id = await drafted();
    expect(codeOf(await decide(unitAt(MAY, UNIT), id, 'reply', '孙报送'))).toBe('not-possible-now');
    expect(codeOf(await readOrderPaper(desk.platform, office(), id))).toBe('not-an-order');
    expect(codeOf(await decide(office(), id, 'issue', '周主任'))).toBe('same-person');
    done(await decide(office(), id, 'issue', '吴局长', ''));
    expect(done(await readMatter(desk.platform, unitAt(MAY, UNIT), id))).toMatchObject({
      state: 'issued',
      document: '济历信办督〔2021〕1号',
      // 7 May 2021 and five working days; the 8th was a make-up Saturday.
      dueOn: '2021-05-13',
    });
    done(await decide(unitAt(MAY, UNIT), id, 'reply', '孙报送', '已补报'));
    done(await decide(office('2021-05-12T09:00'), id, 'return', '吴局长', '缺证明材料'));
    expect(done(await readMatter(desk.platform, office(), id))).toMatchObject({ state: 'issued', dueOn: '2021-05-19' });
    done(await decide(unitAt('2021-05-14T09:00', UNIT), id, 'reply', '孙报送', '已补材料'));
    for (const name of ['周主任', '孙报送']) expect(codeOf(await decide(office(), id, 'close', name))).toBe('same-person');
    done(await decide(office(), id, 'close', '郑核实'));
    expect(codeOf(await decide(unitAt(MAY, UNIT), id, 'reply', '孙报送'))).toBe('order-closed');
  });

  it('are numbered within the year without a gap, whoever issues at the same time', async () => {
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(await drafted());
    await Promise.all(ids.map((id) => decide(office(), id, 'issue', '吴局长')));
    const numbers = [];
    for (const id of ids) numbers.push(done(await readMatter(desk.platform, office(), id)).document);
    expect([...numbers].sort()).toEqual([1, 2, 3, 4].map((n) => `济历信办督〔2021〕${String(n)}号`));
    const next = await drafted();
    done(await decide(office('2022-01-04T09:00'), next, 'issue', '吴局长'));
    expect(done(await readMatter(desk.platform, office(), next)).document).toBe('济历信办督〔2022〕1号');
  });

  it('make a paper with everything that it says, as PDF of one page', async () => {
    const id = await drafted();
    done(await decide(office(), id, 'issue', '吴局长'));
    expect(done(await readOrderPaper(desk.platform, unitAt(MAY, UNIT), id))).toMatchObject({
      number: '济历信办督〔2021〕1号',
      to: desk.platform.pack.units.get(UNIT)?.name,
      plan: '示例重点任务分工',
      task: '一1',
      taskText: '清理制度文件',
      taskDueOn: '2021年6月15日',
      sinceOn: '2021年5月1日',
      owed: '四月以来没有报送清理结果',
      answerDueOn: '2021年5月13日',
      signedBy: '吴局长',
      day: '2021年5月7日',
    });
    const pdf = await orderPdf(desk.platform, office(), id);
    if (!pdf.ok) expect(pdf.error.code).toBe('fonts-missing');
    else expect([pdf.value.name, pdf.value.bytes.toString('latin1', 0, 5)]).toEqual(['济历信办督〔2021〕1号.pdf', '%PDF-']);
  });
});

describe('another due day', () => {
  const ask = (dueOn: string, unit = LEAD, number = '一1') =>
    askExtension(desk.platform, unitAt(MAY, unit), {
      ...about(unit, number),
      ...said('李申请', '资料未齐'),
      dueOn: asDay(dueOn),
    });

  it('is asked for by a lead, granted by the office, and stands beside the first', async () => {
    const { matter } = done(await ask('2021-07-31'));
    expect(codeOf(await ask('2021-08-31'))).toBe('already-open');
    expect(codeOf(await decide(unitAt(MAY, LEAD), matter, 'grant', '钱批准'))).toBe('not-yours-to-do');
    expect(codeOf(await decide(office(), matter, 'grant', '李申请'))).toBe('same-person');
    done(await decide(office(), matter, 'grant', '周主任'));
    const [due, changes] = await withTransaction(desk.platform.database.app, { actor: 't', scope: 'all' }, async (client) => [
      await dueDayOf(client, PLAN, '一1'),
      await listDueChanges(client, PLAN),
    ]);
    expect(due).toBe('2021-07-31');
    expect(changes).toMatchObject([
      { number: '一1', dueOn: '2021-07-31', askedBy: '李申请', approvedBy: '周主任', reason: '资料未齐' },
    ]);
    expect(codeOf(await ask('2021-07-31'))).toBe('earlier-day');
    expect(codeOf(await ask('2021-12-31'))).toBe('done');
  });

  it('is refused where it cannot be', async () => {
    for (const [code, dueOn, unit, number] of REFUSED)
      expect([code, codeOf(await ask(dueOn, unit, number))]).toEqual([code, code]);
  });

  const REFUSED = [
    ['earlier-day', '2021-06-15', LEAD, '一1'],
    ['earlier-day', '2021-05-20', LEAD, '一1'],
    ['beyond-plan', '2022-01-01', LEAD, '一1'],
    ['not-lead', '2021-07-31', UNIT, '一1'],
    ['no-due-day', '2021-07-31', UNIT, '一3'],
    ['not-bound', '2021-07-31', STRANGER, '一1'],
  ] as const;
});

describe('a part given away', () => {
  const handOver = (unit: string, to: string) =>
    askHandOver(desk.platform, unitAt(MAY, unit), { ...about(unit), to, ...said('李移交', '职责调整') });

  async function bound(): Promise<readonly string[]> {
    const rows = await withTransaction(desk.platform.database.app, { actor: 't', scope: 'all' }, (client) =>
      boundUnits(client, PLAN, '一1'),
    );
    return rows.map(({ unitId, role }) => `${role} ${unitId}`);
  }

  it('is taken over with consent and approval; a new lead sees what came before', async () => {
    const file = done(await attach(UNIT, '一1'));
    done(await report(UNIT, { attachments: [file.id] }));
    const { matter } = done(await handOver(LEAD, STRANGER));
    expect(codeOf(await decide(office(), matter, 'grant', '周主任'))).toBe('not-possible-now');
    expect(codeOf(await decide(unitAt(MAY, LEAD), matter, 'agree', '王接收'))).toBe('not-yours-to-do');
    done(await decide(unitAt(MAY, STRANGER), matter, 'agree', '王接收', ''));
    expect(codeOf(await decide(office(), matter, 'grant', '王接收'))).toBe('same-person');
    done(await decide(office(), matter, 'grant', '周主任'));
    expect(await bound()).toEqual([`lead ${STRANGER}`, `responsible ${UNIT}`, `supporting ${HELPER}`]);
    const seen = await readMatters(desk.platform, unitAt(MAY, STRANGER), {
      ...{ kind: 'report', plan: PLAN, number: null, unit: null, isOpen: true, before: null, limit: 10 },
    });
    expect(seen.map(({ unitId }) => unitId)).toEqual([UNIT]);
    expect(codeOf(await readAttachment(desk.platform, unitAt(MAY, STRANGER), file.id))).toBe('done');
    const history = await desk.rows<{ unit: string; ended: string }>(
      "select unit_id as unit, ended_on as ended from plan_task_unit where number = '一1' and ended_on is not null",
    );
    expect(history).toEqual([{ unit: LEAD, ended: '2021-05-07' }]);
  });

  it('is refused where it cannot be', async () => {
    const refused = [
      await handOver(LEAD, UNIT),
      await handOver(LEAD, LEAD),
      await handOver(LEAD, 'nobody'),
      await handOver(STRANGER, UNIT),
    ];
    expect(refused.map(codeOf)).toEqual(['already-bound', 'same-unit', 'unknown-unit', 'not-bound']);
  });

  it('may be declined, or returned to the office as not ours; one at a time', async () => {
    const { matter } = done(await handOver(UNIT, STRANGER));
    const release = () => askRelease(desk.platform, unitAt(MAY, UNIT), { ...about(), ...said('孙退回', '不属本单位职责') });
    expect(codeOf(await release())).toBe('already-open');
    done(await decide(unitAt(MAY, STRANGER), matter, 'decline', '王接收', '无此职责'));
    const asked = done(await release());
    done(await decide(office(), asked.matter, 'refuse', '周主任', '三定方案写明由你单位负责'));
    expect(await bound()).toContain(`responsible ${UNIT}`);
    const again = done(await release());
    done(await decide(office(), again.matter, 'grant', '周主任'));
    expect(await bound()).not.toContain(`responsible ${UNIT}`);
    expect(codeOf(await report())).toBe('not-bound');
  });
});

describe('who sees and who is told', () => {
  it('a unit sees its own and those of tasks it leads; nobody else anything', async () => {
    done(await report());
    done(await urgeUnit(desk.platform, office(), { ...about(HELPER, '一3'), ...said('周主任', '请抓紧') }));
    const seen = async (context: ActContext) =>
      (
        await readMatters(desk.platform, context, {
          ...{ kind: null, plan: null, number: null, unit: null, isOpen: false, before: null, limit: 50 },
        })
      )
        .map(({ kind }) => kind)
        .sort();
    expect([await seen(office()), await seen(unitAt(MAY, UNIT)), await seen(unitAt(MAY, LEAD))]).toEqual([
      ['report', 'urging'],
      ['report'],
      ['report'],
    ]);
    expect([await seen(unitAt(MAY, HELPER)), await seen(unitAt(MAY, STRANGER))]).toEqual([['urging'], []]);
  });

  it('each act tells the other side in its own transaction', async () => {
    const { matter } = done(await report());
    done(await decide(unitAt(MAY, LEAD), matter, 'return', '李审核', '没有写明数量'));
    done(await urgeUnit(desk.platform, office(), { ...about(), ...said('周主任', '请抓紧') }));
    const notices = await desk.rows<{ unit: string; title: string; body: string }>(
      `select unit_id as unit, title, body from notice where template like 'supervision-%' order by title collate "C"`,
    );
    expect(notices.map(({ unit, title }) => [unit, title])).toEqual([
      [UNIT, '催办：任务“一1”'],
      [LEAD, '进展报告：报送'],
      [UNIT, '进展报告：退回'],
    ]);
    expect(notices.every(({ body }) => /^[^{}]+$/u.test(body))).toBe(true);
    expect(notices[2]?.body).toContain('没有写明数量');
    expect(codeOf(await urgeUnit(desk.platform, unitAt(MAY, LEAD), { ...about(), ...said('李审核') }))).toBe(
      'credit-office-only',
    );
  });

  it('numbers of persons are hidden in what is written', async () => {
    const { matter } = done(await report(UNIT, { words: '联系人身份证 370112198206070030' }));
    expect(done(await readMatter(desk.platform, office(), matter)).acts[0]?.words).not.toContain('198206070030');
  });
});
