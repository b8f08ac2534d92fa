/** The same schemas as JSON Schema, for editors and for programs in other languages. */
import { z } from 'zod';
import { KIND_TITLES, STANDARDS_SCHEMAS } from './kinds.ts';
import type { StandardsKind } from './kinds.ts';

/** JSON Schema 2020-12 of one kind of YAML file. It holds the shape; what pieces must be to each other only the loader checks. */
export function jsonSchemaOf(kind: StandardsKind): object {
  const { $schema, ...schema } = z.toJSONSchema(STANDARDS_SCHEMAS[kind], { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: KIND_TITLES[kind], ...schema };
}
