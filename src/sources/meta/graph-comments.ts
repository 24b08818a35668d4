import { isGone, once } from './graph.ts';

/**
 * What stands below each post, with the post's id. One that was deleted since has nothing below it; but Meta says the same of what a token may
 * not see, so that where no post answers, its refusal is thrown.
 */
export async function* below<Entry extends { readonly id: string }>(
  posts: readonly { readonly id: string }[],
  read: (id: string) => AsyncIterable<Entry>,
): AsyncIterable<readonly [string, Entry]> {
  let refusal: unknown;
  let isAnswered = false;
  for (const { id } of posts) {
    try {
      for await (const entry of once(read(id))) yield [id, entry];
      isAnswered = true;
    } catch (error) {
      if (!isGone(error)) throw error;
      refusal ??= error;
    }
  }
  if (refusal !== undefined && !isAnswered) throw refusal;
}
