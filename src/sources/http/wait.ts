/**
 * Milliseconds that a platform asks to wait, from an answer's headers; undefined where it does not say. Read in this order:
 * `Retry-After` (seconds or HTTP date, RFC 9110), `X-Rate-Limit-Reset` (X: epoch seconds), `X-RateLimit-Reset` (Mastodon: ISO 8601 with
 * microseconds), `RateLimit-Reset` (IETF draft: seconds from now; Bluesky: epoch seconds). Times are held against the answer's own
 * `Date`, since this machine's clock may be wrong.
 */
export function waitOf(headers: ReadonlyMap<string, string>, now: Date): number | undefined {
  const present = Date.parse(headers.get('date') ?? '');
  const base = Number.isNaN(present) ? now.getTime() : present;
  for (const name of ['retry-after', 'x-rate-limit-reset', 'x-ratelimit-reset', 'ratelimit-reset']) {
    const value = headers.get(name)?.trim();
    if (value === undefined) continue;
    const wait = milliseconds(value, base);
    if (wait !== undefined) return wait;
  }
  return undefined;
}

/** Seconds since 1970 passed a thousand million in 2001; a wait is never that long, so the size tells which of the two is meant. */
const EPOCH = 1_000_000_000;

function milliseconds(value: string, base: number): number | undefined {
  if (/^\d{1,12}(\.\d+)?$/.test(value)) {
    const seconds = Number(value);
    return seconds < EPOCH ? seconds * 1000 : Math.max(0, seconds * 1000 - base);
  }
  if (!/^\d{4}-\d{2}-\d{2}T|GMT$/.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : Math.max(0, time - base);
}

/** Full jitter: anywhere up to 1, 2, 4 … seconds, at most one minute, so that many readers do not come back together. */
export function backoff(turn: number, random: () => number): number {
  return Math.ceil(random() * Math.min(60_000, 1000 * 2 ** (turn - 1)));
}
