/** Registers read together: decisions of meetings in hand, money planned and spent. */
import { fundsSchema, guardedHeadersSchema, listOf, openDecisionQuerySchema, openDecisionSchema } from '@xincheng/contract/api';
import { formatMoney } from '@xincheng/core/records';
import { readFunds, readOpenDecisions } from '@xincheng/usecases/registers';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';

const base = { tags: ['registers'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function registerRoutes(app: App, parts: Parts): void {
  app.get(
    '/registers/decisions',
    {
      schema: {
        ...base,
        operationId: 'listOpenDecisions',
        summary: '会议议定、尚未办结的事项，先到期的在前',
        querystring: openDecisionQuerySchema,
        response: { 200: answer('议定事项', listOf(openDecisionSchema)), ...problems() },
      },
    },
    async (request) => ({ items: [...(await readOpenDecisions(parts.platform, contextOf(parts, request), request.query))] }),
  );
  app.get(
    '/registers/funds',
    {
      schema: {
        ...base,
        operationId: 'readFunds',
        summary: '信用工作经费：各年度各用途的安排、支出、结余',
        response: { 200: answer('经费', listOf(fundsSchema)), ...problems() },
      },
    },
    async (request) => {
      const funds = await readFunds(parts.platform, contextOf(parts, request));
      const inWan = (fen: bigint): string => formatMoney(fen, 'wan-yuan');
      return {
        items: funds.map(({ year, purpose, planned, spent, left }) => {
          return { year, purpose, planned: inWan(planned), spent: inWan(spent), left: inWan(left) };
        }),
      };
    },
  );
}
