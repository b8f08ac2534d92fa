/** The standards the installation runs on. */
import { Readable } from 'node:stream';
import { checkSchema, datasetFormSchema, datasetParamsSchema, datasetRulesSchema, datasetSummarySchema, deadlineSchema, formatQuerySchema, guardedHeadersSchema, listOf, unitSchema } from '@xincheng/contract/api';
import { describeDataset } from '@xincheng/core/intake';
import { templateCsv, templateXlsx } from '@xincheng/usecases/intake';
import { answer, problems } from '../http/answers.ts';
import { sendTable, tableAnswer } from '../http/files.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import type { Refusal } from '../http/problems.ts';
import { presentCheck, presentDataset, presentDeadline, presentRules, presentUnit } from './present.ts';

const base = { tags: ['standards'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function standardsRoutes(app: App, parts: Parts): void {
  datasetRoutes(app, parts);
  listRoutes(app, parts);
}

function datasetRoutes(app: App, parts: Parts): void {
  app.get(
    '/datasets',
    { schema: { ...base, operationId: 'listDatasets', summary: '数据集一览', response: { 200: answer('数据集', listOf(datasetSummarySchema)), ...problems() } } },
    () => ({ items: [...parts.platform.pack.datasets.values()].map(presentDataset) }),
  );

  app.get(
    '/datasets/:dataset',
    {
      schema: {
        ...base,
        operationId: 'readDataset',
        summary: '一个数据集：字段、代码、校验、依据',
        params: datasetParamsSchema,
        response: { 200: answer('数据集', datasetFormSchema), ...problems(404) },
      },
    },
    (request, reply) => {
      const layout = parts.platform.layouts.get(request.params.dataset);
      return layout === undefined ? refuse(reply, unknownDataset(parts, request.params.dataset)) : describeDataset(layout.dataset);
    },
  );

  app.get(
    '/datasets/:dataset/rules',
    {
      schema: {
        ...base,
        operationId: 'readDatasetRules',
        summary: '一个数据集的校验规则原文，供浏览器里逐行校验',
        params: datasetParamsSchema,
        response: { 200: answer('规则', datasetRulesSchema), ...problems(404) },
      },
    },
    (request, reply) => presentRules(parts.platform.pack, request.params.dataset) ?? refuse(reply, unknownDataset(parts, request.params.dataset)),
  );

  app.get(
    '/datasets/:dataset/template',
    {
      schema: {
        ...base,
        operationId: 'readTemplate',
        summary: '数据集的空表（CSV 附示例行；工作簿附下拉列表、填写示例与填报说明）',
        params: datasetParamsSchema,
        querystring: formatQuerySchema,
        response: { 200: tableAnswer('空表'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const layout = parts.platform.layouts.get(request.params.dataset);
      if (layout === undefined) return refuse(reply, unknownDataset(parts, request.params.dataset));
      const { id, name } = layout.dataset.definition;
      const { format } = request.query;
      const table = format === 'csv' ? templateCsv(layout) : Readable.from(templateXlsx(parts.platform.pack, layout), { objectMode: false });
      return sendTable(reply, format, { full: `${name.zh}-模板`, plain: `${id}-template` }, table);
    },
  );
}

function listRoutes(app: App, parts: Parts): void {
  app.get(
    '/units',
    { schema: { ...base, operationId: 'listUnits', summary: '本区单位名录', response: { 200: answer('单位', listOf(unitSchema)), ...problems() } } },
    () => ({ items: [...parts.platform.pack.units.values()].map((unit) => presentUnit(unit, parts.platform.pack)) }),
  );
  app.get(
    '/checks',
    { schema: { ...base, operationId: 'listChecks', summary: '校验规则', response: { 200: answer('校验', listOf(checkSchema)), ...problems() } } },
    () => ({ items: [...parts.platform.pack.checks.values()].map(presentCheck) }),
  );
  app.get(
    '/deadlines',
    { schema: { ...base, operationId: 'listDeadlines', summary: '法定与约定期限', response: { 200: answer('期限', listOf(deadlineSchema)), ...problems() } } },
    () => ({ items: [...parts.platform.pack.deadlines.values()].map(presentDeadline) }),
  );
}

function unknownDataset({ platform }: Parts, id: string): Refusal {
  return { code: 'unknown-dataset', message: `没有“${id}”这个数据集。可用的有：${[...platform.layouts.keys()].join('、')}。` };
}
