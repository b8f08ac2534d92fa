/** OpenAPI 3.1 from the contract, and its pages, served from our own disk. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from './parts.ts';

/** Where the pages are. */
export const DOCS_PATH = '/api/docs';

const DESCRIPTION = `一个区县的公共信用平台的接口。

- 所有答复为 UTF-8 的 JSON；出错时为 \`application/problem+json\`，其中 \`code\` 稳定不变，\`detail\` 是一句中文，\`instance\` 是可向管理员报的编号。
- 列表按 \`cursor\` 翻页：把答复里的 \`next\` 原样交回，直到它为 \`null\`。
- 日期为 \`YYYY-MM-DD\`（北京时间的日历日），时刻为 ISO 8601；网址里的 \`+\` 须写成 \`%2B\`。
- 浏览器登录后凭 Cookie 访问，改动内容的请求另须带请求头 \`Xincheng-Csrf\`，其值见 \`/api/v1/session\`；程序凭管理员发的令牌访问。
- 代外出的同事办理时，在请求头 \`Xincheng-Acting-For\` 里写其用户名。`;

const TOKEN_NOTE =
  '管理员发给程序的令牌。演示区另有开发令牌，在数据目录的 keys/development-token，请求头 Xincheng-Unit 可把它的权限收窄到一个单位。';

/** Registers the description; before any route. */
export async function describeRoutes(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '信城接口 Xincheng API',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'platform', description: '平台' },
        { name: 'identity', description: '登录、账号、程序令牌、代理' },
        { name: 'standards', description: '标准：数据集、单位、校验、期限' },
        { name: 'catalog', description: '目录：数据项、共享与公开方式' },
        { name: 'calendar', description: '期限计算' },
        { name: 'intake', description: '报送：批次、回执、问题、待确认' },
        { name: 'records', description: '记录' },
        { name: 'publicity', description: '公示：状态、期限、撤回、标注' },
        { name: 'public', description: '公开：公示中的记录和开放数据（无需令牌）' },
        { name: 'subjects', description: '主体：法人库、别名、合并' },
        { name: 'instruments', description: '依据：法律、文件、标准，以及废止时触及什么' },
        { name: 'registers', description: '台账汇总：会议议定事项、工作经费' },
        { name: 'indicators', description: '指标、看板、应报与零报告' },
        { name: 'concealment', description: '瞒报线索：发现、答复、复核' },
        { name: 'bulletins', description: '月通报：起草、签发、网页与 PDF' },
        { name: 'attachments', description: '附件' },
        { name: 'notices', description: '通知：收件箱、签收、答复' },
        { name: 'audit', description: '审计日志与链头' },
        { name: 'forwarding', description: '上传市平台：批次、移交、回执、未回、未通过' },
        { name: 'plans', description: '方案：导入、确认、任务的状态和依据、申报' },
        { name: 'supervision', description: '督办：进展报告、推进方案、督办单、延期、移交、催办' },
      ],
      security: [{ session: [] }, { token: [] }],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-xincheng',
            description: '登录后的会话；本机明文访问时名为 xincheng',
          },
          token: { type: 'http', scheme: 'bearer', description: TOKEN_NOTE },
        },
      },
    },
    transform: withForm,
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document) as Described),
  });
}

/** Registers the pages. They need no inline script; only their style sheets set styles of their own. */
export async function serveDocumentation(app: App): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: DOCS_PATH,
    theme: { title: '信城接口 Xincheng API' },
    staticCSP: {
      'default-src': "'none'",
      'base-uri': "'none'",
      'connect-src': "'self'",
      'font-src': "'self'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'img-src': ["'self'", 'data:'],
      'script-src': "'self'",
      'style-src': "'self'",
    },
    uiConfig: { docExpansion: 'list', deepLinking: true, validatorUrl: null },
  });
}

/** A form is streamed past validation, so its one file is described here. */
function withForm(route: Parameters<typeof jsonSchemaTransform>[0]): ReturnType<typeof jsonSchemaTransform> {
  const transformed = jsonSchemaTransform(route);
  if (transformed.schema.consumes?.includes('multipart/form-data') !== true) return transformed;
  const file = { type: 'string', format: 'binary', description: 'Excel 工作簿（.xlsx）、CSV 或 JSON 文件' };
  return {
    ...transformed,
    schema: { ...transformed.schema, body: { type: 'object', properties: { file }, required: ['file'] } },
  };
}

interface Described {
  readonly paths?: unknown;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/** Named schemas exist for requests and for answers; those that nothing refers to would only confuse. */
function withoutUnused(document: Described): object {
  const schemas = document.components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/gu)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(document.paths);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(kept) } };
}
