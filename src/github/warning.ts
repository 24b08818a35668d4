import type { Lookout } from '#model/lookout.ts';
import type { Issues } from './issue.ts';
import { recall, remember, type Remembered } from './memory.ts';
import { renderNews, renderWarning, titleOf } from './warning-text.ts';

/**
 * Keeps one issue an agency open as long as something unusual goes on, and says what it did. The issue's own body is all that is remembered
 * from one look to the next. What is new is also said in a comment, since GitHub tells nobody of a changed body. `read` empty: nothing is known,
 * and nothing is changed.
 */
export async function warn(look: Lookout, issues: Issues): Promise<'opened' | 'updated' | 'closed' | 'nothing'> {
  if (look.read.length === 0) return 'nothing';
  const title = titleOf(look);
  const standing = (await issues.open()).find((issue) => issue.title === title);
  const known = remember(standing ? recall(standing.body) : [], look);
  if (known.standing.length === 0) {
    if (!standing) return 'nothing';
    await issues.close(standing.number, 'Sudah tenang selama 48 jam. / It has been calm for 48 hours.');
    return 'closed';
  }
  const body = renderWarning(look, known);
  if (!standing) {
    await issues.create(title, body);
    return 'opened';
  }
  if (standing.body === body) return 'nothing';
  await issues.update(standing.number, body);
  if (known.added.length > 0) await issues.comment(standing.number, renderNews(look, known.added));
  return 'updated';
}

/** What the issue would say were there none yet; null where nothing is unusual. */
export function preview(look: Lookout): string | null {
  const known: Remembered = remember([], look);
  return known.standing.length === 0 ? null : `${titleOf(look)}\n\n${renderWarning(look, known)}`;
}
