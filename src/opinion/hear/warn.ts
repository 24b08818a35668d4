import { falseShares, sum } from '../topic/burst.ts';
import { BEFORE, WINDOWS, type Recent, type Voices } from './recent.ts';

/** What is unusual about a matter: more people than usual speak of it, or more of them speak ill. */
export type Alarm = 'volume' | 'negative';

/** What a look at one matter says. Counts are true ones: `about` makes them fit to be told. */
export interface Finding {
  readonly of: Recent['of'];
  readonly id?: string;
  readonly alarms: readonly Alarm[];
  /** Length in hours of the window that tells most. */
  readonly hours: (typeof WINDOWS)[number];
  readonly now: Voices;
  /** People in such a window on the days before: the middle one, which a burst of three days can't raise. */
  readonly usual: number;
  /** People of the last 24 hours, and of such windows of the days before added up. */
  readonly day: Voices;
  readonly before: Voices;
  /** Hours ago in which it began; null where nothing did. */
  readonly began: number | null;
}

/** Share of alarms of one look that may be false. So small since 720 looks are taken in a month, and seldom is one wanted in vain. */
const FALSE = 0.004;
/** So many times the usual, at least: what is a rise by chance's measure alone is no news to staff. */
const RISE = 2;
/** So much more of people speak ill, at least. */
const TURN = 0.1;
/** In the days before, so many times the fewest people have to have spoken, before shares are compared. */
const ENOUGH = 3;
/** What a matter goes up and down by from day to day (variance over squared mean, beyond chance), before anything is known of it. */
const SWING = { volume: 0.2, negative: 0.03 };

/**
 * Which matters are unusual now. Volume: counts on the scale on which those of a negative binomial spread evenly (Anscombe 1948), around the
 * mean of the seven windows before, as wide as this matter, all matters and what is taken for granted say. Tone: the share of people who wrote something negative against that of the days before, as the
 * classifier has it (uncorrected), with days that differ by more than chance. Then Benjamini and Hochberg (1995) over all matters.
 *
 * @param smallest fewest people that an alarm is raised for
 */
export function findings(recent: readonly Recent[], smallest: number): Finding[] {
  const volumes = WINDOWS.map((hours) => volumeChances(recent.map(({ windows }) => windows[hours].map(({ people }) => people))));
  const louder = recent.map((_, at) =>
    Math.min(1, WINDOWS.length * Math.min(...volumes.map((chances) => chances[at] as number))),
  );
  const worse = negativeChances(recent.map(({ windows }) => windows[24]));
  const shares = falseShares([...louder, ...worse]);
  return recent.map(({ of, id, windows, fresh }, at): Finding => {
    const rises = (hours: (typeof WINDOWS)[number], index: number): boolean => {
      const [now = NONE, ...before] = windows[hours];
      const isLikely = WINDOWS.length * (volumes[index]?.[at] as number) <= (louder[at] as number);
      return isLikely && now.people >= smallest && now.people >= RISE * mean(before);
    };
    const loud = (shares[at] as number) <= FALSE ? WINDOWS.filter(rises) : [];
    const [day = NONE, ...days] = windows[24];
    const before = together(days);
    const turned = day.negative / day.people - before.negative / before.people;
    const isWorse =
      (shares[recent.length + at] as number) <= FALSE &&
      day.negative >= smallest &&
      before.people >= ENOUGH * smallest &&
      turned >= TURN;
    const alarms: Alarm[] = [...(loud.length > 0 ? (['volume'] as const) : []), ...(isWorse ? (['negative'] as const) : [])];
    const hours = loud.at(-1) ?? 24;
    const [now = NONE, ...earlier] = windows[hours];
    const isTold = isWorse && loud.length === 0 ? 'negative' : 'people';
    return {
      of,
      ...(id === undefined ? {} : { id }),
      alarms,
      hours,
      now,
      usual: middle(earlier),
      day,
      before,
      began: alarms.length > 0 ? began(fresh, isTold) : null,
    };
  });
}

const NONE: Voices = { people: 0, negative: 0 };

function mean(windows: readonly Voices[]): number {
  return sum(windows.map(({ people }) => people)) / windows.length;
}

function middle(windows: readonly Voices[]): number {
  return windows.map(({ people }) => people).sort((a, b) => a - b)[Math.floor(windows.length / 2)] ?? 0;
}

function together(windows: readonly Voices[]): Voices {
  return { people: sum(windows.map(({ people }) => people)), negative: sum(windows.map(({ negative }) => negative)) };
}

/** For each matter the chance of as many people or more as now, had nothing changed. */
function volumeChances(matters: readonly (readonly number[])[]): number[] {
  const known = matters.map(([now = 0, ...before]) => {
    const usual = Math.max(sum(before), 0.5) / BEFORE;
    const swing = (sum(before.map((one) => (one - usual) ** 2)) / (BEFORE - 1) - usual) / usual ** 2;
    // Of very few people nothing can be told but that they are few.
    return { now, usual, swing: usual < 3 ? undefined : Math.max(0, swing) };
  });
  const wide = spreads(
    known.map(({ swing }) => swing),
    SWING.volume,
  );
  return known.map(({ now, usual }, at) => {
    const spread = wide[at] as number;
    const steady = (count: number): number => (2 / Math.sqrt(spread)) * Math.asinh(Math.sqrt(spread * count));
    return normalTail((steady(now) - steady(usual)) / Math.sqrt(1 + 1 / BEFORE));
  });
}

/** How widely each matter swings: by its own days, by all matters' and by what is taken for granted; never less than by its own. */
function spreads(own: readonly (number | undefined)[], granted: number): number[] {
  const told = own.filter((one) => one !== undefined);
  const common = mixed(told.length > 0 ? [granted, mixed(told)] : [granted]);
  return own.map((one) => (one === undefined ? common : Math.max(one, mixed([common, common, one]))));
}

function mixed(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** For each matter the chance of as large a share of negative voices as now, had nothing changed. */
function negativeChances(matters: readonly (readonly Voices[])[]): number[] {
  const known = matters.map(([now = NONE, ...days]) => {
    const spoke = days.filter(({ people }) => people > 0);
    const before = together(spoke);
    const share = (before.negative + 0.5) / (before.people + 1);
    const size = before.people / Math.max(1, spoke.length);
    const stray = sum(spoke.map(({ people, negative }) => (negative - people * share) ** 2 / (people * share * (1 - share))));
    const swing = spoke.length > 1 && size >= 3 ? Math.max(0, (stray / (spoke.length - 1) - 1) / (size - 1)) : undefined;
    return { now, before, share, size, swing };
  });
  const wide = spreads(
    known.map(({ swing }) => swing),
    SWING.negative,
  );
  return known.map(({ now, before, share, size }, at) => {
    if (now.people === 0 || before.people === 0) return 1;
    const part = (people: number, of: number): number => (1 + (people - 1) * (wide[at] as number)) / of;
    const variance = share * (1 - share) * (part(now.people, now.people) + part(Math.max(1, size), before.people));
    return normalTail((now.negative / now.people - share) / Math.sqrt(variance));
  });
}

/** Chance that a standard normal value is so large or larger: W. J. Cody's idea, in the Chebyshev fit of Numerical Recipes, good to 1.2e-7 of itself. */
function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const fit = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
  ];
  const tail = (t * Math.exp(-x * x + fit.reduceRight((all, one) => all * t + one, 0))) / 2;
  return z > 0 ? tail : 1 - tail;
}

/** Hours ago since when, of the last 24, more came than half again as many as at the same hours of the days before, added up: where that sum was lowest. */
function began([now = [], ...days]: Recent['fresh'], what: keyof Voices): number {
  let [total, lowest, start] = [0, 0, 0];
  now.forEach((voices, hour) => {
    const usual = sum(days.map((day) => day[hour]?.[what] ?? 0)) / days.length;
    total += voices[what] - 1.5 * usual;
    if (total <= lowest) [lowest, start] = [total, hour + 1];
  });
  return now.length - 1 - Math.min(start, now.length - 1);
}

/** A number of people fit to be told: none under `smallest`, else in steps of it, or of two digits, so that no single person can be told from two looks. */
export function about(people: number, smallest: number): number | null {
  if (people < smallest) return null;
  const step = smallest * Math.max(1, 10 ** (Math.floor(Math.log10(people / smallest)) - 1));
  return Math.round(people / step) * step;
}

/** A share fit to be told, in steps of 5 %; null where it would tell of fewer than `smallest` people how they spoke, or how they did not. */
export function roughly({ people, negative }: Voices, smallest: number): number | null {
  if (negative < smallest || people - negative < smallest) return null;
  return Math.round((negative / people) * 20) / 20;
}
