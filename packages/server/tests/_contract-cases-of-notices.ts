/** The calls by which attachments and notices are tried. */
import type { Case, Scene } from './_contract-cases.ts';
import { LICENSOR, REGULATOR, upload } from './_world.ts';
import type { Call } from './_world.ts';

const NOBODY = '00000000-0000-8000-8000-000000000000';
const OWNER = 'ownerKind=contract-test&ownerId=1';

/** Attaches a file in the name of the licensing unit. */
export function attaching(name: string, bytes: Buffer, more: { readonly unit?: string } = {}): Call {
  return { ...upload([{ name, bytes }]), url: `/api/v1/attachments?${OWNER}&unit=${LICENSOR}`, ...more };
}

/** Sends words to the regulating unit. */
export function sending(title: string, more: object = {}): Call {
  return { method: 'POST', url: '/api/v1/notices', payload: { unit: REGULATOR, title, text: '请办理。', ...more } };
}

function upon(id: (scene: Scene) => string, act: 'reading' | 'answer', payload: object, unit?: string) {
  return (scene: Scene): Call => {
    const narrowed = unit === undefined ? {} : { unit };
    return { method: 'POST', url: `/api/v1/notices/${id(scene)}/${act}`, payload, ...narrowed };
  };
}

function looking(id: (scene: Scene) => string, unit?: string) {
  const narrowed = unit === undefined ? {} : { unit };
  return (scene: Scene): Call => ({ url: `/api/v1/notices/${id(scene)}`, ...narrowed });
}

const WORDS = { name: '李收', text: '已办。' };

export const CASES_OF_NOTICES: Readonly<Record<string, Case>> = {
  'POST /api/v1/attachments': {
    succeeds: [
      [201, () => attaching('说明.txt', Buffer.from('内容'))],
      [200, () => attaching('说明.txt', Buffer.from('内容'))],
    ],
    fails: [
      [415, 'attachment-kind', () => attaching('网页.txt', Buffer.from('<!doctype html><p>'))],
      [422, 'attachment-empty', () => attaching('空.pdf', Buffer.alloc(0))],
      [422, 'attachment-damaged', () => attaching('坏.pdf', Buffer.from('%PDF-1.7\n'))],
      [422, 'attachment-name-too-long', () => attaching('长'.repeat(130), Buffer.from('内容'))],
      [413, 'too-large', () => attaching('大.txt', Buffer.alloc((20 << 20) + 1, 0x61))],
      [403, 'not-your-unit', () => attaching('a.txt', Buffer.from('x'), { unit: REGULATOR })],
      [400, 'one-file', () => ({ ...upload([]), url: `/api/v1/attachments?${OWNER}&unit=${LICENSOR}` })],
      [400, 'invalid-request', () => ({ ...upload([]), url: `/api/v1/attachments?ownerKind=X&ownerId=1&unit=${LICENSOR}` })],
    ],
  },
  'GET /api/v1/attachments': {
    succeeds: [[200, () => ({ url: `/api/v1/attachments?${OWNER}` })]],
    fails: [[400, 'invalid-request', () => ({ url: '/api/v1/attachments' })]],
  },
  'GET /api/v1/attachments/{id}/content': {
    succeeds: [[200, ({ attachment }) => ({ url: `/api/v1/attachments/${attachment}/content` })]],
    fails: [
      [404, 'no-such-attachment', () => ({ url: `/api/v1/attachments/${NOBODY}/content` })],
      [404, 'no-such-attachment', ({ attachment }) => ({ url: `/api/v1/attachments/${attachment}/content`, unit: REGULATOR })],
    ],
  },
  'GET /api/v1/notices': {
    succeeds: [[200, () => ({ url: `/api/v1/notices?unit=${REGULATOR}&only=unread&limit=1` })]],
    fails: [[400, 'bad-cursor', () => ({ url: '/api/v1/notices?cursor=nonsense' })]],
  },
  'POST /api/v1/notices': {
    succeeds: [
      [201, () => sending('合同', { answerDueOn: '2021-05-20' })],
      [200, () => sending('合同', { answerDueOn: '2021-05-20' })],
    ],
    fails: [
      [400, 'unknown-recipient', () => sending('通知', { unit: 'nobody' })],
      [400, 'invalid-request', () => sending(' ')],
      [403, 'not-sender', () => ({ ...sending('通知'), unit: REGULATOR })],
    ],
  },
  'GET /api/v1/notices/{id}': {
    succeeds: [[200, looking(({ notice }) => notice, REGULATOR)]],
    fails: [
      [404, 'no-such-notice', looking(() => NOBODY)],
      [404, 'no-such-notice', looking(({ notice }) => notice, LICENSOR)],
    ],
  },
  'POST /api/v1/notices/{id}/reading': {
    succeeds: [[200, upon(({ notice }) => notice, 'reading', { name: '李收' }, REGULATOR)]],
    fails: [
      [404, 'no-such-notice', upon(() => NOBODY, 'reading', { name: '李收' })],
      [404, 'no-such-notice', upon(({ notice }) => notice, 'reading', { name: '李收' }, LICENSOR)],
    ],
  },
  'POST /api/v1/notices/{id}/answer': {
    succeeds: [[200, upon(({ notice }) => notice, 'answer', WORDS, REGULATOR)]],
    fails: [
      [404, 'no-such-notice', upon(() => NOBODY, 'answer', WORDS)],
      [409, 'already-answered', upon(({ notice }) => notice, 'answer', WORDS, REGULATOR)],
    ],
  },
};
