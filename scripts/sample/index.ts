import type { Day } from '#model/day.ts';
import type { Request, Response } from './answer.ts';
import { ok, refuse } from './answer.ts';
import { ads } from './ads.ts';
import { bluesky } from './bluesky.ts';
import { facebook } from './facebook.ts';
import { mastodon } from './mastodon.ts';
import { matomo } from './matomo.ts';
import type { World } from './world.ts';

export { CLOCK, OUTAGE, PURGE, RESTATED, SILENT, runDays } from './calendar.ts';
export { imports, type Import } from './imports.ts';
export { BLANK } from './x.ts';
export { record } from './record.ts';
export { build, type World } from './world.ts';
export type { Response } from './answer.ts';

/** Answers a request as the invented platforms would on a data day, at 20:37 in the agency's zone. */
export type Answer = (day: Day, request: Request) => Response;

/** Days on which a server stumbles once, on its first request of the day. */
export const STUMBLES = { busy: '2025-03-12', broken: '2025-09-03' } as const;

/**
 * The virtual servers over a world: the Graph API with its advertising, a Matomo, one Mastodon server, Bluesky's AppView. Each new `server` has not stumbled yet:
 * on one day Mastodon says 429 once, on another Meta says 500 once; the same question again is answered.
 */
export function server(world: World): Answer {
  const stumbled = new Set<string>();
  const once = (key: string): boolean => !stumbled.has(key) && stumbled.add(key) !== undefined;
  return (day, request) => {
    const url = new URL(request.url);
    if (url.pathname === '/index.php') return matomo(day, request);
    if (/^\/v\d+\.\d+\/debug_token$/.test(url.pathname))
      return ok({
        data: {
          type: 'SYSTEM_USER',
          is_valid: true,
          expires_at: 0,
          scopes: ['ads_read', 'pages_read_engagement', 'pages_read_user_content', 'read_insights'],
        },
      });
    if (request.method !== 'GET') return refuse(405, { error: 'Method Not Allowed' });
    if (url.pathname.startsWith('/xrpc/')) return bluesky(world, day, url);
    if (url.pathname.startsWith('/api/v')) {
      if (day === STUMBLES.busy && once('busy')) return refuse(429, { error: 'Too many requests' }, { 'retry-after': '1' });
      return mastodon(world, day, url);
    }
    if (/^\/v\d+\.\d+\/act_/.test(url.pathname)) return ads(day, url);
    if (/^\/v\d+\.\d+\//.test(url.pathname)) {
      const error = { message: 'An unknown error has occurred.', type: 'OAuthException', code: 1, fbtrace_id: 'Asample' };
      if (day === STUMBLES.broken && once('broken')) return refuse(500, { error });
      return facebook(world, day, url);
    }
    return refuse(404, 'Not found');
  };
}
