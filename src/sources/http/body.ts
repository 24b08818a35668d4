import type { z } from 'zod';
import { SourceError } from '#model/error.ts';

/** The whole body as text; a body over the limit (bytes) is a `SourceError`. */
export async function read(body: AsyncIterable<Uint8Array>, limit: number, where: string): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw new SourceError(`${where}: the answer is larger than ${limit} bytes; nothing of it was used`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const NO_JSON = Symbol('no JSON');

/** The body as JSON, else a mark that `fitting` refuses. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return NO_JSON;
    throw error;
  }
}

/** The body as the schema has it. A `SourceError` names the fields that do not fit, never their content. */
export function fitting<T>(schema: z.ZodType<T>, body: unknown, where: string): T {
  if (body === NO_JSON) throw new SourceError(`${where}: the answer is no JSON`);
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.message}`);
  throw new SourceError(`${where}: the answer has an unknown shape (${faults.join('; ').slice(0, 200)})`);
}

/** What a request sends, as a form or as JSON; undefined where it sends nothing. */
export function bodyOf({
  form,
  post,
}: {
  readonly form?: Readonly<Record<string, string>>;
  readonly post?: unknown;
}): { readonly type: string; readonly text: string } | undefined {
  if (form) return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() };
  return post === undefined ? undefined : { type: 'application/json', text: JSON.stringify(post) };
}
