import type { Observations } from '#model/observation.ts';
import type { Posts } from '#model/post.ts';
import { EXPORT_PATH, type Runs } from '#model/run.ts';
import type { SchemaName } from '#model/schemas.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { withoutAddresses, type Wording } from './wording.ts';

/**
 * What stands in fields that hold words of a platform: the reasons and details of gaps, the values of dimensions;
 * and the names of exports, which are made from source, account and content alone. No remark repeats them.
 */
export function checkWords(text: string, value: unknown, kind: SchemaName, wording: Wording | undefined): Remark[] {
  const remarks: Remark[] = [];
  const add = (path: Path, rule: string, message: string) =>
    remarks.length < 60 && remarks.push({ ...placeOf(text, path), rule, message });
  const seen = new Map<string, boolean | undefined>();
  const words = (path: Path, as: keyof Wording, one: string | undefined, what: string) => {
    if (one === undefined) return;
    if (!seen.has(one)) seen.set(one, wording?.[as](withoutAddresses(one)));
    if (seen.get(one))
      add(path, 'personal', `${what} holds what may be a number, an address or a handle of a person; take it out`);
  };
  const label = (path: Path, file: string | undefined) => {
    if (file !== undefined && !EXPORT_PATH.test(file))
      add(
        path,
        'file-name',
        'an export is named imports/ or outside/<source>/<account>-<12 digits of its SHA-256>; import it anew',
      );
  };
  if (kind === 'observations') {
    (value as Observations).series.forEach(({ dimensions, values }, index) => {
      for (const [name, part] of Object.entries(dimensions))
        words(['series', index, 'dimensions', name], 'label', part, `"${name}"`);
      values.forEach(({ file }, place) => {
        if (file !== undefined) label(['series', index, 'values', place, 'file'], file);
      });
    });
  }
  if (kind === 'posts') (value as Posts).posts.forEach(({ file }, index) => label(['posts', index, 'file'], file));
  if (kind === 'runs') {
    (value as Runs).runs.forEach(({ accounts, peers = [] }, index) => {
      for (const [list, each] of Object.entries({ accounts, peers })) {
        each.forEach(({ file, reason, gaps }, place) => {
          const path = ['runs', index, list, place];
          label([...path, 'file'], file);
          words([...path, 'reason'], 'sentence', reason, 'the reason');
          gaps.forEach(({ detail }, gap) => words([...path, 'gaps', gap, 'detail'], 'sentence', detail, 'the detail'));
        });
      }
    });
  }
  return remarks;
}
