import { SourceError } from '#model/error.ts';
import { createHttp, Refused, type Http, type HttpOptions, type Progress } from './http.ts';

/**
 * A door for what people wrote. Addresses may hold a comment's id and a platform's sentence may quote it, so that messages and progress
 * name the server alone, and say no more than that it refused.
 */
export function createDiscreetHttp({ progress, ...options }: HttpOptions): Http {
  const http = createHttp({ ...options, ...(progress ? { progress: (event) => progress(hushed(event)) } : {}) });
  return {
    now: http.now,
    async json(request) {
      try {
        return await http.json(request);
      } catch (error) {
        const server = originOf(request.url);
        if (error instanceof Refused) throw new Refused(`${server}: answered ${error.status}`, error.status ?? 0, error.body);
        if (error instanceof SourceError) throw new SourceError(bare(error.message), error.status);
        throw error;
      }
    },
    get requests() {
      return http.requests;
    },
  };
}

function hushed(event: Progress): Progress {
  const url = originOf(event.url);
  return event.kind === 'wait' ? { ...event, url, why: 'the platform asks for it, or did not answer' } : { ...event, url };
}

/** A message of ours with each address cut down to its server. */
function bare(message: string): string {
  return message.replaceAll(/https?:\/\/[^\s;)]+?(?=:?(?:[\s;)]|$))/g, originOf);
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? '[address]';
}
