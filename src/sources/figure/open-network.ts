import type { Measure } from '#model/measure.ts';
import type { Declaration } from '#model/source.ts';
import type { Text } from '#model/text.ts';

/** One count of a post, by the network's own name, with what there is to say of it. */
type Count = readonly [measure: Measure, metric: string, note?: Text];

/**
 * What declarations of open networks have in common: anybody can see followers (now alone) and what was done with a post, and nobody is
 * counted who only reads.
 */
export function openNetwork(name: string, followers: Count, counts: readonly Count[]) {
  const gives: Declaration['gives'] = [
    given('account', followers, { window: 'day', snapshot: true }),
    ...counts.map((count) => given('post', count, { snapshot: false })),
  ];
  const lacks: Declaration['lacks'] = [
    { measure: 'impressions', level: 'account', reason: 'not-offered' },
    { measure: 'views', level: 'account', reason: 'not-offered' },
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-offered',
      note: { en: `${name} counts nobody who only reads.`, id: `${name} tidak menghitung orang yang hanya membaca.` },
    },
    { measure: 'reach', level: 'post', reason: 'not-offered' },
  ];
  return { name, family: 'social', kind: 'api', peers: true, gives, lacks, settles: 1, freezes: 28, tried: 'never' } as const;
}

function given(
  level: 'account' | 'post',
  [measure, metric, note]: Count,
  more: Pick<Declaration['gives'][number], 'window' | 'snapshot'>,
): Declaration['gives'][number] {
  return { measure, level, metric, ...more, ...(note ? { note } : {}) };
}
