/** Alarms of concealment: the credit office looks and judges, units answer. */
import {
  alarmActSchema,
  alarmParamsSchema,
  alarmQuerySchema,
  alarmSchema,
  guardedHeadersSchema,
  notedSchema,
  pageOf,
  scannedSchema,
  sightingSchema,
  uuidSchema,
  voidNumberSchema,
  voidNumbersSchema,
  voidQuerySchema,
} from '@xincheng/contract/api';
import {
  answerAlarm,
  declareVoidNumbers,
  noteSighting,
  readAlarm,
  readAlarms,
  readVoidNumbers,
  reviewAlarm,
  scanConcealment,
} from '@xincheng/usecases/concealment';
import type { AlarmView } from '@xincheng/usecases/concealment';
import { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';

/** Behind which noted number to go on. */
const position = z.tuple([z.string(), z.string(), z.int32()]);
const base = { tags: ['concealment'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function concealmentRoutes(app: App, parts: Parts): void {
  alarmRoutes(app, parts);
  knowledgeRoutes(app, parts);
  app.post(
    '/concealment/scans',
    {
      schema: {
        ...base,
        operationId: 'scanConcealment',
        summary: '扫描：缺号、骤减、别处见到而未报送（区信用办）',
        response: { 200: answer('结果', scannedSchema), ...problems(409) },
      },
    },
    async (request, reply) => {
      const scanned = await scanConcealment(parts.platform, contextOf(parts, request));
      return scanned.ok ? scanned.value : refuse(reply, scanned.error);
    },
  );
}

function alarmRoutes(app: App, parts: Parts): void {
  app.get(
    '/concealment/alarms',
    {
      schema: {
        ...base,
        operationId: 'listConcealmentAlarms',
        summary: '线索，新的在前',
        querystring: alarmQuerySchema,
        response: { 200: answer('线索', pageOf(alarmSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { cursor, limit, unit, state } = request.query;
      const after = readCursor(uuidSchema, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const query = { unitId: unit ?? null, state: state ?? null, after: after.value, limit };
      const alarms = await readAlarms(parts.platform, contextOf(parts, request), query);
      return pageUpTo(alarms.map(present), limit, ({ id }) => id);
    },
  );
  app.get(
    '/concealment/alarms/:id',
    {
      schema: {
        ...base,
        operationId: 'readConcealmentAlarm',
        summary: '一条线索：缺的是否已经补报，办到哪一步',
        params: alarmParamsSchema,
        response: { 200: answer('线索', alarmSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const alarm = await readAlarm(parts.platform, contextOf(parts, request), request.params.id);
      return alarm.ok ? present(alarm.value) : refuse(reply, alarm.error);
    },
  );
  app.post(
    '/concealment/alarms/:id/acts',
    {
      schema: {
        ...base,
        operationId: 'actUponConcealmentAlarm',
        summary: '办理：答复、认可、退回（具名，审核人与答复人不能是同一人）',
        params: alarmParamsSchema,
        body: alarmActSchema,
        response: { 200: answer('办理后的线索', alarmSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const { id } = request.params;
      const { body } = request;
      const done =
        body.act === 'answer'
          ? await answerAlarm(parts.platform, context, id, body)
          : await reviewAlarm(parts.platform, context, id, { ...body, step: body.act });
      return done.ok ? present(done.value) : refuse(reply, done.error);
    },
  );
}

/** What people know and the numbers do not. */
function knowledgeRoutes(app: App, parts: Parts): void {
  app.get(
    '/concealment/voids',
    {
      schema: {
        ...base,
        operationId: 'listVoidNumbers',
        summary: '登记为依法没有使用的文号，按单位、号段；单位只见自己登记的',
        querystring: voidQuerySchema,
        response: { 200: answer('空号', pageOf(voidNumberSchema)), ...problems(403, 409) },
      },
    },
    async (request, reply) => {
      const { cursor, limit, unit, month } = request.query;
      const after = readCursor(position, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const voids = await readVoidNumbers(parts.platform, contextOf(parts, request), {
        unitId: unit ?? null,
        month: month ?? null,
        after: after.value === null ? null : { unitId: after.value[0], series: after.value[1], serial: after.value[2] },
        limit,
      });
      if (!voids.ok) return refuse(reply, voids.error);
      const items = voids.value.map(({ unitId, alarmId, ...rest }) => ({ ...rest, unit: unitId, alarm: alarmId }));
      return pageUpTo(items, limit, (item) => [item.unit, item.series, item.serial]);
    },
  );
  app.post(
    '/concealment/void-numbers',
    {
      schema: {
        ...base,
        operationId: 'declareVoidNumbers',
        summary: '登记依法没有使用的文号（具名）',
        body: voidNumbersSchema,
        response: { 200: answer('登记了几个', notedSchema), ...problems(409, 413, 415) },
      },
    },
    async (request, reply) => {
      const { unit: unitId, ...body } = request.body;
      const noted = await declareVoidNumbers(parts.platform, contextOf(parts, request), { ...body, unitId });
      return noted.ok ? noted.value : refuse(reply, noted.error);
    },
  );
  app.post(
    '/concealment/sightings',
    {
      schema: {
        ...base,
        operationId: 'noteSighting',
        summary: '登记在别处见到的决定（区信用办，具名）；下次扫描时核对是否报送过',
        body: sightingSchema,
        response: { 201: answer('已登记', z.object({ id: uuidSchema })), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const { unit: unitId, ...body } = request.body;
      const noted = await noteSighting(parts.platform, contextOf(parts, request), { ...body, unitId });
      return noted.ok ? reply.status(201).send(noted.value) : refuse(reply, noted.error);
    },
  );
}

function present({ unitId, numbers, steps, ...rest }: AlarmView): z.infer<typeof alarmSchema> {
  return {
    ...rest,
    unit: unitId,
    numbers: [...numbers],
    steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
  };
}
