/** What can go wrong between page and service. */

/** The service refused, and said why. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** To be quoted when asking for help. */
  readonly number: string | null;
  /** A batch that was registered nevertheless. */
  readonly batch: string | null;

  constructor(status: number, body: unknown, number: string | null) {
    const told: { code?: string; detail?: string; batch?: string } = isObject(body) ? body : {};
    const { code = 'unknown', detail = '', batch = null } = told;
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.number = number;
    this.batch = batch;
  }
}

/** No answer came: the line is broken or the service is starting anew. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
    this.name = 'Unreachable';
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
