import type { AccountFacts } from '#kpis/kpi.ts';
import { wholeOf } from '#kpis/formula/whole.ts';
import type { Campaign, CampaignStep } from '#model/campaign.ts';
import { eachDay } from '#model/day.ts';
import { isKnown, known, missing, type Figure } from '#model/figure.ts';
import type { Stage } from '#model/kpi-figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Family } from '#model/source.ts';
import { isMarked, reached } from './campaign-facts.ts';
import type { Ledger } from './input.ts';

/**
 * What each kind of account counts along the chain of the AMEC framework (input, output, out-take, outcome), in the order in which it is told.
 * No impact: what changed for people is not counted by any of these.
 */
const STEPS: Readonly<Record<Family, readonly (readonly [Stage, Measure])[]>> = {
  social: [
    ['output', 'impressions'],
    ['output', 'views'],
    ['out-take', 'link-clicks'],
  ],
  ads: [
    ['input', 'spend'],
    ['output', 'impressions'],
    ['output', 'reach'],
    ['out-take', 'link-clicks'],
    ['outcome', 'conversions'],
  ],
  web: [
    ['outcome', 'sessions'],
    ['outcome', 'conversions'],
  ],
  register: [
    ['output', 'messages-sent'],
    ['output', 'messages-delivered'],
    ['output', 'invited'],
    ['out-take', 'messages-opened'],
    ['out-take', 'messages-clicked'],
    ['out-take', 'messages-answered'],
    ['out-take', 'registered'],
    ['outcome', 'messages-replied'],
    ['outcome', 'attended'],
  ],
};

/** What one account counted of the campaign, step by step; a step that it does not count at all is left out. */
export function stepsOf(ledger: Ledger, facts: AccountFacts, campaign: Campaign): CampaignStep[] {
  const { account, family, currency } = facts;
  const step = (stage: Stage, counts: CampaignStep['counts'], figure: Figure, least?: number): CampaignStep => ({
    account,
    family,
    stage,
    counts,
    ...figure,
    ...(isKnown(figure) || !least ? {} : { least }),
    ...(counts === 'spend' && currency !== undefined ? { currency } : {}),
    ...channelsOf(ledger, facts, campaign, counts),
  });
  const counted = STEPS[family].flatMap(([stage, measure]) => {
    if (measure === 'reach') {
      const { value } = facts.reach;
      if (value === null && facts.reach.reason === 'not-offered') return [];
      const most = Math.max(0, ...reached(ledger, campaign, facts.window).map((one) => one.value));
      return [step(stage, measure, value === null ? missing('not-additive') : known(value), most)];
    }
    if (!facts.daily[measure]) return [];
    const { figure, numerator } = wholeOf(measure, facts);
    return [step(stage, measure, figure, numerator)];
  });
  if (family !== 'social') return counted;
  const read = isKnown(facts.postsRead) ? undefined : missing(facts.postsRead.reason);
  const posts = step('output', 'posts', read ?? known(facts.posts.length), facts.posts.length);
  const reactions = step('out-take', 'engagements', ...engagements(facts, read));
  return [
    posts,
    ...counted.filter(({ stage }) => stage === 'output'),
    reactions,
    ...counted.filter(({ stage }) => stage !== 'output'),
  ];
}

/**
 * The channels that count a step of messages, where others that sent on the campaign's own days do not: an SMS is never "opened". Channels are
 * stored apart from campaigns, so on a day on which two campaigns sent, a channel of the other one may be among them.
 */
function channelsOf(
  ledger: Ledger,
  { window }: AccountFacts,
  campaign: Campaign,
  counts: CampaignStep['counts'],
): { channels?: string[] } {
  if (counts === 'posts') return {};
  const own = ledger.broken('messages-sent', 'day').filter(({ dimensions }) => isMarked(campaign, dimensions));
  const days = eachDay(window.from, window.to).filter((day) => own.some(({ values }) => values.get(day)?.value));
  const channels = (measure: Measure, isCounted: (value: number | null | undefined) => boolean) =>
    new Set(
      ledger.broken(measure, 'day').flatMap(({ dimensions: { channel, ...others }, values }) => {
        if (channel === undefined || Object.keys(others).length > 0) return [];
        return days.some((day) => isCounted(values.get(day)?.value)) ? [channel] : [];
      }),
    );
  const used = channels('messages-sent', (value) => (value ?? 0) > 0);
  const counting = channels(counts, (value) => value != null);
  const found = [...used].filter((one) => counting.has(one)).sort();
  return found.length > 0 && found.length < used.size ? { channels: found } : {};
}

function engagements({ posts }: AccountFacts, read: Figure | undefined): [Figure, number] {
  const lost = posts.map((post) => post.engagements).find((figure) => !isKnown(figure));
  const sum = posts.reduce((total, post) => total + (post.engagements.value ?? 0), 0);
  return [read ?? (lost && posts.every((post) => !isKnown(post.engagements)) ? lost : known(sum)), sum];
}
