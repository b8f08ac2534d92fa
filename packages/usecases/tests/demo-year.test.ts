/** The year before the first start of a demonstration district, and the story in it, broken off and taken up again. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import { DISTRICT_DIR, testPlatform } from '@xincheng/testkit/platform';
import { noteFirstStart, seedDemo } from '@xincheng/usecases/demo';
import type { Platform } from '@xincheng/usecases/platform';
import { readPublicity } from '@xincheng/usecases/publicity';
import { readRecord } from '@xincheng/usecases/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SHOP = '92370112MA0000G5X0';
const FIRST_START = new Date('2026-11-26T14:00:00+08:00');
const CREDIT_OFFICE = {
  now: FIRST_START,
  today: dayOf(FIRST_START),
  actor: { id: '测试员', scope: 'all' as const, units: [], subjects: [] },
};
const YEAR = `
days: 365
register: { unit: lc-xzsp, dataset: registration, rows: 800, bad: 0 }
forwarding:
  everyDays: 30
  answeredAfterDays: 3
  refusesOneIn: 20
  refusedWith: { code: DJ-07, message: 主体名称与市法人库不一致，请核对后重报 }
series:
  - { unit: lc-scjg, dataset: penalty, rows: 90, everyDays: 15, bad: 0 }
  - { unit: lc-xzsp, dataset: licence, rows: 60, everyDays: 90, bad: 0.05 }
  - { unit: lc-sfj, dataset: commitment, rows: 40, everyDays: 30, bad: 0 }
`;
const lines: string[] = [];
let platform: Platform;
let folder = '';

beforeAll(async () => {
  platform = await testPlatform();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-demo-year-'));
  await writeFile(join(folder, 'year.yaml'), YEAR);
  await cp(join(DISTRICT_DIR, 'demo/story.yaml'), join(folder, 'story.yaml'));
});

afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

function seed(isStopping: () => boolean = () => false): Promise<void> {
  return seedDemo(platform, { folder, now: FIRST_START, log: (line) => lines.push(line), isStopping });
}

async function rows<T extends object>(sql: string): Promise<T[]> {
  return (await platform.database.owner.query<T>(sql)).rows;
}

/** Every record as it stands, and how often everything was done. */
async function outcomeOf({ database }: Platform): Promise<unknown> {
  const { rows: acts } = await database.owner.query(
    `select 'batch' as what, count(*)::integer as times from intake_batch
     union all select act, count(*)::integer from audit_event where act ~ '^(forward|publicity)' group by act order by 1`,
  );
  const { rows: records } = await database.owner.query(
    // Ids of persons' records hang on the installation's own key.
    `select case subject_kind when 'natural' then null else record_id end as id, version, state, received_at, shown_until
     from credit_record order by 1, received_at, shown_until`,
  );
  return { acts, records };
}

describe('the year', () => {
  it('does not come in where no first start was noted', async () => {
    await seed();
    expect(await rows('select 1 from intake_batch')).toEqual([]);
  });

  it('goes on where it was broken off, and comes out as if it had not been', async () => {
    await noteFirstStart(platform, FIRST_START);
    while (lines.at(-1)?.includes('载入完毕') !== true) {
      let left = 9;
      await seed(() => (left -= 1) < 0);
      // Killed between an act and the note that it was done: the act is asked for once more.
      await rows(
        `update installation_fact set value = (value::integer - 1)::text where name = 'demo-events' and value <> 'whole'`,
      );
    }
    const straight = await testPlatform();
    try {
      await noteFirstStart(straight, FIRST_START);
      await seedDemo(straight, { folder, now: FIRST_START, log: () => undefined, isStopping: () => false });
      expect(await outcomeOf(platform)).toEqual(await outcomeOf(straight));
    } finally {
      await straight.close();
    }
  });

  it('holds decisions of the year, each filed after it was made; seldom filing is late filing', async () => {
    const late = await rows<{ dataset: string; late: number; records: number; most: number }>(
      `select dataset, count(*) filter (where waited > 15)::integer as late, count(*)::integer as records, max(waited) as most
       from (select dataset, (received_at at time zone 'Asia/Shanghai')::date - decided_on as waited from credit_record
         where dataset <> 'registration' and number not like '%9001号') waits
       group by dataset order by dataset`,
    );
    expect(late.map(({ dataset }) => dataset)).toEqual(['commitment', 'licence', 'penalty']);
    const [, licences, penalties] = late;
    expect([penalties?.late, penalties?.most]).toEqual([0, 15]);
    expect(licences?.late).toBeGreaterThan((licences?.records ?? 0) / 3);
    expect(licences?.records).toBeGreaterThan(40);
    const outside = await rows(
      `select 1 from credit_record where dataset <> 'registration' and (decided_on < '2025-11-26' or decided_on > '2026-11-26')`,
    );
    expect(outside).toEqual([]);
  });

  it('is invented and says so; a unit files its own decisions only, and no good row is sent back', async () => {
    expect(await rows(`select 1 from credit_record where subject_kind <> 'natural' and subject_name not like '%示例%'`)).toEqual(
      [],
    );
    expect(await rows('select 1 from credit_record r join unit u on u.id = r.unit_id where r.authority_uscc <> u.uscc')).toEqual(
      [],
    );
    expect(await rows(`select 1 from intake_batch where dataset <> 'licence' and rejected > 0`)).toEqual([]);
  });

  it('agrees with the register that came first', async () => {
    expect(await rows(`select code, count(*) from intake_issue where code like 'R08.%' group by code`)).toEqual([]);
    const [known] = await rows<{ known: number; all: number }>(
      `select count(s.subject_key)::integer as known, count(*)::integer as all from credit_record r
       left join subject s on s.subject_key = r.subject_key where r.dataset = 'penalty' and r.subject_kind <> 'natural'`,
    );
    expect(known?.known).toBe(known?.all);
  });

  it('decisions are numbered with the word of the unit that made them', async () => {
    const words = await rows<{ word: string }>(
      `select distinct unit_id || ' ' || split_part(number, '〔', 1) as word from credit_record where dataset in ('licence', 'penalty') order by 1`,
    );
    expect(words.map(({ word }) => word)).toEqual(['lc-scjg 济历城市监罚', 'lc-xzsp 济历城审许']);
  });

  it('went to the city week by week: most is answered, some refused, the last still open', async () => {
    const states = await rows<{ state: string; rows: number }>(
      'select state, count(*)::integer as rows from forward_item group by state order by state',
    );
    const of = new Map(states.map(({ state, rows: count }) => [state, count]));
    expect(of.get('accepted')).toBeGreaterThan(100);
    expect(of.get('refused')).toBeGreaterThan(0);
    expect(of.get('refused')).toBeLessThan((of.get('accepted') ?? 0) / 10);
    expect(await rows(`select 1 from forward_batch where handed_at is null`)).toEqual([]);
  });
});

describe('the story of the corner shop', () => {
  async function recordOf(dataset: string) {
    const [found] = await rows<{ id: string }>(
      `select record_id as id from credit_record where dataset = '${dataset}' and subject_key = '${SHOP}'`,
    );
    return readRecord(platform, CREDIT_OFFICE, found?.id ?? '', null);
  }

  it('is registered', async () => {
    expect(await recordOf('registration')).toMatchObject({ decidedOn: '2020-11-03', values: { standing: '存续' } });
  });

  it('is licensed in time, and the city has it', async () => {
    const licence = await recordOf('licence');
    expect(licence).toMatchObject({ decidedOn: '2026-03-01', state: 'published', forwarding: { state: 'accepted' } });
    expect(licence?.timeliness.map(({ isLate }) => isLate)).not.toContain(true);
  });

  it('is penalised, filed late, and has put it right', async () => {
    const penalty = await recordOf('penalty');
    expect(penalty).toMatchObject({
      decidedOn: '2026-06-14',
      number: '济历城市监罚〔2026〕9001号',
      state: 'ended',
      stateReason: 'repaired',
    });
    expect(penalty?.timeliness.map(({ isLate }) => isLate)).toContain(true);
    const publicity = await readPublicity(platform, CREDIT_OFFICE, penalty?.recordId ?? '');
    expect(publicity?.events.map(({ day, to }) => `${day} ${to}`)).toEqual(['2026-11-06 ended']);
  });
});
