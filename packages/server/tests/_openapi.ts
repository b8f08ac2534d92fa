/** The committed description of the API as a judge of answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Answer } from './_world.ts';

interface Response {
  readonly content?: Readonly<Record<string, unknown>>;
}
interface Operation {
  readonly responses: Readonly<Record<string, Response>>;
}

const TEXT = readFileSync(join(import.meta.dirname, '../../contract/openapi.json'), 'utf8');
/** The description as committed. */
export const OPENAPI = JSON.parse(TEXT) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(OPENAPI, 'api');

/** Every operation as `GET /api/v1/units`. */
export const OPERATIONS = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);

/** What is wrong with an answer by the description; empty when nothing is. */
export function faultsOf(operation: string, answer: Answer): string[] {
  const [method = '', path = ''] = operation.split(' ');
  const stated = OPENAPI.paths[path]?.[method.toLowerCase()]?.responses[String(answer.statusCode)];
  if (stated === undefined) return [`status ${String(answer.statusCode)} is not described`];
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  if (stated.content?.[type] === undefined) return [`content type ${type} is not described for ${String(answer.statusCode)}`];
  const pointer = ['paths', path, method.toLowerCase(), 'responses', String(answer.statusCode), 'content', type, 'schema']
    .map(escaped)
    .join('/');
  const validate = ajv.getSchema(`api#/${pointer}`);
  if (validate === undefined) return ['no schema'];
  const body: unknown = type.endsWith('json') ? answer.json() : answer.body;
  return validate(body) === true ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
