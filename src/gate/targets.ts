import { kpis } from '#kpis/index.ts';
import type { Agency } from '#model/agency.ts';
import { next, periodOf } from '#model/period.ts';
import type { Goal, Target } from '#model/target.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { hint, quote } from './names.ts';

const ids = kpis.map(({ id }) => id);
const LAST = '9999-12-31';

/** Targets of an agency's file that nothing could ever be held against: no such KPI or account, 85 for 85 %, two at once. */
export function checkTargets(text: string, { targets = [], accounts }: Agency): Remark[] {
  const scopes = ['agency', ...accounts.map(({ id }) => id)];
  return targets.flatMap((target, index) => {
    const path = ['targets', index];
    const remark = (field: string, message: string): Remark => ({ ...placeOf(text, [...path, field]), rule: 'target', message });
    const other = targets.findIndex((one, place) => place < index && isSame(one, target) && overlap(one, target));
    return [
      ...checkGoal(text, path, target),
      ...(scopes.includes(target.scope)
        ? []
        : [remark('scope', `there is no account ${quote(target.scope)}${hint(target.scope, scopes)}`)]),
      ...(other < 0
        ? []
        : [
            remark(
              'since',
              `another target for ${quote(target.kpi)} (number ${other + 1} of the list) holds in the same time; end it with "until" on the day before, or take one out`,
            ),
          ]),
      ...(isEver(target)
        ? []
        : [
            remark(
              'until',
              `no whole ${target.every} lies between ${target.since} and ${target.until ?? ''}; it would never hold`,
            ),
          ]),
    ];
  });
}

/** A goal whose KPI or value can't be meant; `path` is where it stands in the text. */
export function checkGoal(text: string, path: Path, { kpi, value, baseline }: Goal): Remark[] {
  const at = (field: Path, message: string): Remark => ({ ...placeOf(text, [...path, ...field]), rule: 'target', message });
  const found = kpis.find(({ id }) => id === kpi);
  if (!found) return [at(['kpi'], `there is no KPI ${quote(kpi)}${hint(kpi, ids)}`)];
  const share = (field: Path, number: number | undefined) =>
    found.unit === 'ratio' && number !== undefined && Math.abs(number) > 1
      ? [at(field, `${number} would be ${number * 100} per cent; "${kpi}" is a share: write ${number / 100} for ${number} %`)]
      : [];
  return [...share(['value'], value), ...share(['baseline', 'value'], baseline?.value)];
}

function isSame(one: Target, other: Target): boolean {
  return (['kpi', 'scope', 'direction', 'every'] as const).every((field) => one[field] === other[field]);
}

function overlap(one: Target, other: Target): boolean {
  return one.since <= (other.until ?? LAST) && other.since <= (one.until ?? LAST);
}

/** Whether a whole period lies between the days. */
function isEver({ every, since, until }: Target): boolean {
  if (until === undefined) return true;
  const first = periodOf(since, every);
  const { to } = first.from === since ? first : next(first);
  return to <= until;
}
