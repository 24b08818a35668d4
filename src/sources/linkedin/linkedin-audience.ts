import { z } from 'zod';
import { SecretError, SourceError } from '#model/error.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Series } from '#model/observation.ts';
import type { Gap } from '#model/run.ts';
import { dated } from '../figure/figures.ts';
import { byPart } from '../figure/part.ts';
import type { LinkedIn } from './linkedin-api.ts';
import { declaration } from './linkedin-declaration.ts';
import type { Ask } from '../source.ts';

// The paid count is not to be read here: the organic one holds both (documentation, read 2026-11).
const Counts = z.object({ organicFollowerCount: z.number().optional() });
const Lifetime = z.object({
  elements: z.array(
    z.object({
      followerCountsByGeoCountry: z.array(z.object({ geo: z.string(), followerCounts: Counts })).optional(),
      followerCountsBySeniority: z.array(z.object({ seniority: z.string(), followerCounts: Counts })).optional(),
    }),
  ),
});

/** Numbers of countries as LinkedIn's own search addresses show them (geoId), each seen in several places; no list of LinkedIn's was at hand. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['102478259', 'ID'],
  ['106808692', 'MY'],
  ['102454443', 'SG'],
  ['103644278', 'US'],
  ['102713980', 'IN'],
  ['101165590', 'GB'],
  ['101452733', 'AU'],
  ['101282230', 'DE'],
  ['102890719', 'NL'],
  ['101355337', 'JP'],
  ['101174742', 'CA'],
  ['105015875', 'FR'],
  ['100459316', 'SA'],
  ['104305776', 'AE'],
  ['103121230', 'PH'],
  ['105146118', 'TH'],
  ['104195383', 'VN'],
  ['103291313', 'HK'],
  ['104187078', 'TW'],
]);

/** urn:li:seniority:1 to 10. */
const SENIORITIES = ['Unpaid', 'Training', 'Entry', 'Senior', 'Manager', 'Director', 'VP', 'CXO', 'Partner', 'Owner'];

/** The make-up of the followers today, by country and by seniority: a snapshot. */
export async function readAudience(linkedin: LinkedIn, ask: Ask, urn: string): Promise<{ series: Series[]; gaps: Gap[] }> {
  if (!ask.audience) return { series: [], gaps: [] };
  const query = `q=organizationalEntity&organizationalEntity=${encodeURIComponent(urn)}`;
  try {
    const { elements } = await linkedin('/organizationalEntityFollowerStatistics', query, Lifetime);
    const countries = (elements[0]?.followerCountsByGeoCountry ?? []).map(
      (one) => [countryOf(one.geo), one.followerCounts] as const,
    );
    const levels = (elements[0]?.followerCountsBySeniority ?? []).map(
      (one) => [levelOf(one.seniority), one.followerCounts] as const,
    );
    return {
      series: [
        ...parts(ask, 'country', 'followerCountsByGeoCountry', countries),
        ...parts(ask, 'segment', 'followerCountsBySeniority', levels),
      ],
      gaps: [],
    };
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
    const reason = error instanceof SecretError ? 'secret-missing' : 'failed';
    const detail = `make-up of the followers: ${error.message}`.slice(0, 300);
    return { series: [], gaps: [{ measure: 'followers', from: ask.today, to: ask.today, reason, detail }] };
  }
}

function parts(
  ask: Ask,
  dimension: Dimension,
  metric: string,
  rows: readonly (readonly [string, z.infer<typeof Counts>])[],
): Series[] {
  const counts = [...new Map(rows)].map(([name, one]) => [name, one.organicFollowerCount] as const);
  return byPart(dimension, counts).map(([part, count]) => ({
    measure: 'followers',
    window: 'day',
    dimensions: { [dimension]: part },
    source: declaration.id,
    metric,
    api: ask.api,
    values: [dated(ask.today, ask.today, count, 'empty')],
  }));
}

function countryOf(geo: string): string {
  const number = geo.slice(geo.lastIndexOf(':') + 1);
  return COUNTRIES.get(number) ?? 'other';
}

function levelOf(seniority: string): string {
  const number = seniority.slice(seniority.lastIndexOf(':') + 1);
  return SENIORITIES[Number(number) - 1] ?? 'other';
}
