import { expect, it } from 'vitest';
import { faultsOf, isOpenPiece, piecesOf } from './pieces.ts';
import type { DraftTask, PlanDraft, Unread } from './pieces.ts';

const TASK: DraftTask = {
  ...{ number: '一1', area: '一', text: '做事。', assignment: '', isOpenEnded: false, lines: { first: 3, last: 4 } },
  ...{ leads: ['区财政局'], responsible: [], supporting: [], due: '2021-06-30', dueKind: 'day', targets: [], instruments: [] },
};
const UNREAD: Unread = {
  ...{ ordinal: 1, reason: 'due-not-understood', line: 4, text: '尽快', task: '一1' },
  ...{ settledAs: null, settledWords: null, settledBy: null },
};
const DRAFT: PlanDraft = {
  ...{ id: 'a-2021', title: '方案', issuedOn: '2021-03-01', fileName: '方案.docx', fileSha256: null },
  ...{ importedBy: '赵导入', importedAt: '2021-03-02T01:00:00Z', amendedBy: [], unknownUnits: [] },
  headings: [{ text: '方案', lines: { first: 1, last: 1 } }],
  areas: [{ number: '一', title: '第一部分', lines: { first: 2, last: 2 } }],
  tasks: [{ ...TASK, number: '一2', lines: { first: 5, last: 5 } }, TASK],
  unread: [UNREAD, { ...UNREAD, ordinal: 2, line: 9, task: null, reason: 'picture', settledAs: 'irrelevant' }],
};

it('is the document in its order, what was not understood behind its task', () => {
  expect(piecesOf(DRAFT).map((piece) => [piece.kind, piece.line])).toEqual([
    ['heading', 1],
    ['area', 2],
    ['task', 3],
    ['unread', 3],
    ['task', 5],
    ['unread', 9],
  ]);
});

it('tells what is still to be done', () => {
  expect(piecesOf(DRAFT).filter((piece) => isOpenPiece(piece, DRAFT))).toEqual([{ kind: 'unread', line: 3, unread: UNREAD }]);
  const early = { ...TASK, leads: [], due: '2021-02-28' };
  expect(faultsOf(early, { issuedOn: '2021-03-01', unknownUnits: [{ number: '一1', name: '区火星局' }] })).toEqual({
    unknown: ['区火星局'],
    hasNoUnit: true,
    isEarly: true,
  });
});
