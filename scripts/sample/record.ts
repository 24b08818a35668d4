import type { Day } from '#model/day.ts';
import type { Exchange } from '#sources/http/replay.ts';
import type { Request, Response } from './answer.ts';

/** An answering server for one day together with all it was asked so far. */
interface Recorded {
  answer(request: Request): Response;
  exchanges(): Exchange[];
}

/** Answers one day's requests and keeps them in the form that `--replay` reads. Tokens in addresses are left out. */
export function record(answer: (day: Day, request: Request) => Response, day: Day): Recorded {
  const kept: Exchange[] = [];
  return {
    answer(request) {
      const response = answer(day, request);
      const url = new URL(request.url);
      url.searchParams.delete('access_token');
      const method = request.method === 'POST' ? ('POST' as const) : ('GET' as const);
      kept.push({
        request: { method, url: url.toString(), ...(request.body === undefined ? {} : { body: request.body }) },
        response: { status: response.status, headers: { ...response.headers }, body: response.body },
      });
      return response;
    },
    exchanges: () => [...kept],
  };
}
