/** Loading a pack: every fault of every file is told with its place; a pack with a fault is not loaded at all. */
import { createHash } from 'node:crypto';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { StandardsPack } from '@xincheng/core/standards';
import { assemble } from './assemble.ts';
import type { PackContent } from './assemble.ts';
import { checkCatalog } from './check-catalog.ts';
import { checkChecks } from './check-checks.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkDatasets } from './check-datasets.ts';
import { checkExpected, checkMonitoring } from './check-expected.ts';
import { checkForwarding } from './check-forwarding.ts';
import { checkIndicators } from './check-indicators.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkLinks } from './check-links.ts';
import { checkPlans } from './check-plans.ts';
import { checkNotices, checkShown, checkTerms } from './check-shown.ts';
import { checkSupervision } from './check-supervision.ts';
import { checkValues } from './check-values.ts';
import { checkBulletin, checkCitations, checkConcealment, checkContacts, checkDeadlines, checkJurisdictions, checkProvisions, checkUnits } from './check-references.ts';
import { citationsIn } from './citations.ts';
import { checkCalendar, checkOverlaps, checkPeriods } from './check-time.ts';
import { draftOf, Places } from './draft.ts';
import type { Draft } from './draft.ts';
import { readPackFiles } from './files.ts';
import type { PackFile } from './files.ts';
import type { PackProblem, Report } from './problem.ts';

/** Where the two halves of a pack lie. */
export interface PackDirs {
  readonly standardsDir: string;
  readonly districtDir: string;
}

/** Why a pack was refused; never empty, in order of file and line. */
export interface PackRefusal {
  readonly problems: readonly PackProblem[];
}

const CROSS_CHECKS: readonly ((pack: PackContent, report: Report) => void)[] = [
  checkCitations, checkJurisdictions, checkDeadlines, checkUnits, checkProvisions, checkPeriods, checkOverlaps, checkCalendar, checkDatasets, checkCatalog, checkTerms, checkNotices, checkShown, checkLinks, checkChecks, checkCoverage, checkForwarding, checkConcealment, checkIndicators, checkExpected, checkMonitoring, checkContacts, checkSupervision, checkPlans, checkBulletin,
];

/** What can be told of dated values and the calendar without the rest of the pack. */
const TIME_KINDS: readonly PackFile['kind'][] = ['calendar-year', 'deadline', 'district', 'instruments', 'jurisdictions'];
const TIME_CHECKS = [checkJurisdictions, checkPeriods, checkOverlaps, checkCalendar];

/**
 * Loads and checks the standards and one district. Files are checked first each for itself; only when all are sound
 * are they held against each other, and only then are expressions compiled, so that no fault is told by its consequences.
 */
export async function loadPack({ standardsDir, districtDir }: PackDirs): Promise<Result<StandardsPack, PackRefusal>> {
  const { files, problems } = await readPackFiles({ standards: standardsDir, district: districtDir });
  const places = new Places();
  const { draft, problems: shapeProblems } = draftOf(files, places);
  const content = [...problems, ...shapeProblems];
  const [district] = draft.districts;
  if (content.length > 0 || district === undefined) return err({ problems: inOrder(content) });
  const checked = checkWhole(draft, district, places);
  return checked.ok ? ok({ digest: digestOf(files), citations: citationsIn(draft, places, files, district.id), ...checked.value }) : checked;
}

/** What a due day needs, in a quarter of the time; faults elsewhere in the pack are left to `loadPack`. */
export async function loadTimes({
  standardsDir,
  districtDir,
}: PackDirs): Promise<Result<Pick<StandardsPack, 'calendar' | 'deadlines' | 'district' | 'instruments' | 'jurisdictions'>, PackRefusal>> {
  const { files, problems } = await readPackFiles({ standards: standardsDir, district: districtDir });
  const places = new Places();
  const needed = files.filter(({ kind }) => TIME_KINDS.includes(kind));
  const { draft, problems: shapeProblems } = draftOf(needed, places);
  const content = [...problems, ...shapeProblems];
  const [district] = draft.districts;
  if (content.length > 0 || district === undefined) return err({ problems: inOrder(content) });
  const { pack, problems: faults } = hold(draft, district, places, TIME_CHECKS);
  return faults.length === 0 ? ok(pack) : err({ problems: inOrder(faults) });
}

function checkWhole(draft: Draft, district: StandardsPack['district'], places: Places): Result<PackContent, PackRefusal> {
  const { pack, problems, report } = hold(draft, district, places, CROSS_CHECKS);
  if (problems.length === 0) checkExpressions(pack, report);
  if (problems.length === 0) checkValues(pack, report);
  return problems.length === 0 ? ok(pack) : err({ problems: inOrder(problems) });
}

/** Puts the pieces together and holds them against each other. */
function hold(
  draft: Draft,
  district: StandardsPack['district'],
  places: Places,
  checks: typeof CROSS_CHECKS,
): { readonly pack: PackContent; readonly problems: PackProblem[]; readonly report: Report } {
  const problems: PackProblem[] = [];
  const report: Report = (owner, path, code, reason) => {
    problems.push(places.problem(owner, path, code, reason));
  };
  const pack = assemble(draft, district, places, report);
  for (const check of checks) check(pack, report);
  return { pack, problems, report };
}

/** By file and place; a field copied into a child would be told twice. */
function inOrder(problems: readonly PackProblem[]): PackProblem[] {
  const sorted = [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before?.file !== problem.file || before.line !== problem.line || before.column !== problem.column || before.reason !== problem.reason;
  });
}

/** sha-256 over every file as read: standards, then district, in path order; each with its name and length so that no byte can change sides. */
function digestOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const { half, path, bytes } of files) {
    hash.update(`${half}/${path}\n${String(bytes.length)}\n`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}
