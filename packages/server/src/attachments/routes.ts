/** Attachments: adding a file by form, listing, giving it back for saving. */
import { rm } from 'node:fs/promises';
import {
  attachmentListQuerySchema,
  attachmentParamsSchema,
  attachmentSchema,
  attachmentUploadQuerySchema,
  guardedHeadersSchema,
  listOf,
} from '@xincheng/contract/api';
import type { AttachmentBody } from '@xincheng/contract/api';
import { attachFile, readAttachment, readAttachments } from '@xincheng/usecases/attachments';
import type { AttachmentView } from '@xincheng/usecases/attachments';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { fileAnswer, sendFile } from '../http/files.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { saveUpload } from '../intake/saved-file.ts';

const base = { tags: ['attachments'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function attachmentRoutes(app: App, parts: Parts): void {
  uploadRoute(app, parts);
  app.get(
    '/attachments',
    {
      schema: {
        ...base,
        operationId: 'listAttachments',
        summary: '附在一件事上的附件，按添加先后',
        querystring: attachmentListQuerySchema,
        response: { 200: answer('附件', listOf(attachmentSchema)), ...problems() },
      },
    },
    async (request) => {
      const { ownerKind, ownerId } = request.query;
      return {
        items: (await readAttachments(parts.platform, contextOf(parts, request), ownerKind, ownerId)).map(presentAttachment),
      };
    },
  );
  app.get(
    '/attachments/:id/content',
    {
      schema: {
        ...base,
        operationId: 'readAttachment',
        summary: '取一个附件，供另存；每次取用都有记录',
        params: attachmentParamsSchema,
        response: { 200: fileAnswer('文件内容'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const read = await readAttachment(parts.platform, contextOf(parts, request), request.params.id);
      if (!read.ok) return refuse(reply, read.error);
      const { attachment, bytes } = read.value;
      return sendFile(reply, { full: attachment.fileName, plain: `${attachment.id}.${attachment.kind}` }, bytes);
    },
  );
}

function uploadRoute(app: App, parts: Parts): void {
  app.post(
    '/attachments',
    {
      schema: {
        ...base,
        operationId: 'addAttachment',
        summary: '添加附件',
        description:
          '表单（multipart/form-data）里只放一个文件。类型按内容识别；含宏、脚本的文件不收；图片和文档里的作者、位置等信息会去掉。',
        consumes: ['multipart/form-data'],
        querystring: attachmentUploadQuerySchema,
        response: {
          201: answer('已添加', attachmentSchema),
          200: answer('此前已添加过同样的文件', attachmentSchema),
          ...problems(409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const mostBytes = Math.min(parts.mostUploadBytes, parts.platform.pack.attachments?.mostBytes ?? 0);
      const saved = await saveUpload(request, parts.platform.home.temporary, mostBytes);
      if (!saved.ok) {
        // What is still on its way will not be read.
        reply.header('connection', 'close');
        return refuse(reply, saved.error);
      }
      try {
        const { unit, ownerKind, ownerId, ownerVersion } = request.query;
        const attached = await attachFile(parts.platform, contextOf(parts, request), {
          ownerKind,
          ownerId,
          unitId: unit,
          ...saved.value,
          ...(ownerVersion === undefined ? {} : { ownerVersion }),
        });
        if (!attached.ok) return refuse(reply, attached.error);
        reply.code(attached.value.isRepeat ? 200 : 201).header('location', `/api/v1/attachments/${attached.value.id}/content`);
        return presentAttachment(attached.value);
      } finally {
        await rm(saved.value.path, { force: true });
      }
    },
  );
}

function presentAttachment(view: AttachmentView): AttachmentBody {
  const {
    id,
    ownerKind,
    ownerId,
    ownerVersion,
    unitId,
    fileName,
    kind,
    bytes,
    sha256,
    scan,
    addedAt,
    addedBy,
    keepUntil,
    keepBasis,
  } = view;
  const what = { id, ownerKind, ownerId, ownerVersion, unit: unitId, fileName, kind, bytes: Number(bytes), sha256, scan };
  return { ...what, addedAt: addedAt.toISOString(), addedBy, keepUntil, keepBasis };
}
