/** A request as a source sends it, and what the invented server answers: the two halves of an `Exchange`. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or a text. */
  readonly body: unknown;
}

/** The server's clock on a data day: 20:37 in Asia/Makassar. */
export const HOUR = 'T12:37:00Z';

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

export function refuse(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return { ...ok(body, headers), status };
}

/** A whole number from the query, between its bounds. */
export function whole(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const asked = Number(query.get(name) ?? fallback);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : fallback;
}
