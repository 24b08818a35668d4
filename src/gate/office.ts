import type { Agency } from '#model/agency.ts';
import type { Deadline, Hours } from '#model/calendar.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { hint, nearest, quote } from './names.ts';
import type { Registers } from './register.ts';

/** Calendar, hours and deadlines of an agency's file that nothing could be held against, or that could be read in two ways. */
export function checkOffice(text: string, agency: Agency, calendars: readonly string[], registers: Registers): Remark[] {
  const at = (path: Path, rule: string, message: string): Remark => ({ ...placeOf(text, path), rule, message });
  const { calendar, hours = [], deadlines = [] } = agency;
  return [
    ...(calendar === undefined || calendars.includes(calendar)
      ? []
      : [at(['calendar'], 'calendar', `there is no data/calendars/${calendar}.json${hint(calendar, calendars)}`)]),
    ...hours.flatMap((one, index) =>
      faultsOf(one, hours.slice(0, index)).map(([field, message]) => at(['hours', index, ...field], 'hours', message)),
    ),
    ...deadlines.flatMap((one, index) =>
      [...misnamed(one, agency, registers), ...doubled(one, deadlines.slice(0, index))].map(([field, message]) =>
        at(['deadlines', index, field], 'deadline', message),
      ),
    ),
  ];
}

type Fault<Place> = readonly [field: Place, message: string];

function faultsOf({ since, week }: Hours, before: readonly Hours[]): Fault<Path>[] {
  return [
    ...(before.some((one) => one.since === since)
      ? [[['since'], `other hours begin on ${since} as well; keep one of the two`] as const]
      : []),
    ...week.flatMap((span, index): Fault<Path>[] => {
      if (span.from >= span.to) return [[['week', index, 'to'], `${span.to} is not after ${span.from}`]];
      const other = week
        .slice(0, index)
        .find((one) => one.days.some((day) => span.days.includes(day)) && one.from < span.to && span.from < one.to);
      if (!other) return [];
      return [[['week', index, 'from'], `these hours overlap with ${other.from} to ${other.to} of the same day; join them`]];
    }),
  ];
}

function misnamed(
  { matter, account, class: name, unit, since, until }: Deadline,
  { accounts, calendar }: Agency,
  registers: Registers,
): Fault<keyof Deadline>[] {
  const own = accounts.filter(({ source }) => registers.has(source)).map(({ id }) => id);
  const classes = [...registers.values()]
    .flat()
    .flatMap(({ columns }) => columns.find((one) => one.name === 'class')?.values ?? []);
  // An office may have classes of its own; one that is nearly ours is a slip.
  const meant = name === undefined || classes.includes(name) ? undefined : nearest(name, classes);
  return [
    ...(account === undefined || own.includes(account)
      ? []
      : [['account', `there is no register ${quote(account)} among the accounts${hint(account, own)}`] as const]),
    ...(meant === undefined ? [] : [['class', `${quote(name ?? '')} is nearly ${quote(meant)}; write it alike`] as const]),
    ...(matter === 'request' && name !== undefined
      ? [['class', 'requests have no class in their register; take it out'] as const]
      : []),
    ...(unit === 'working-days' && calendar === undefined
      ? [['unit', 'working days need a calendar: name one under "calendar", such as "indonesia"'] as const]
      : []),
    ...(until !== undefined && until < since ? [['until', `${until} lies before ${since}`] as const] : []),
  ];
}

/** A new rule takes over from an older one with its first day; two that begin together, or one that begins before the other's last day, don't agree. */
function doubled(one: Deadline, before: readonly Deadline[]): Fault<keyof Deadline>[] {
  const alike = before.filter(
    ({ matter, account, class: name }) => matter === one.matter && account === one.account && name === one.class,
  );
  return alike.flatMap((other): Fault<keyof Deadline>[] => {
    const [first, second] = other.since <= one.since ? [other, one] : [one, other];
    if (first.since !== second.since && (first.until === undefined || first.until < second.since)) return [];
    return [
      ['since', `another deadline for the same matters holds on ${second.since}; end that one before, or keep one of the two`],
    ];
  });
}
