import { kpis } from '#kpis/index.ts';
import type { AccountFacts } from '#kpis/kpi.ts';
import { wholeOf } from '#kpis/formula/whole.ts';
import type { Campaign, CampaignResult } from '#model/campaign.ts';
import { addDays, type Day } from '#model/day.ts';
import type { Reason } from '#model/figure.ts';
import type { KpiFigure } from '#model/kpi-figure.ts';
import { periodOf } from '#model/period.ts';
import { campaignFactsOf, carries, postsOf } from './campaign-facts.ts';
import { stepsOf } from './campaign-steps.ts';
import type { Publishable } from './edition.ts';
import { figuresOf } from './figures.ts';
import { ledgers, type Collected, type Ledger } from './input.ts';
import { notedPosts, waitOf } from './report.ts';
import { stateOf } from './targets.ts';

/** A result before it has editions. */
export type CampaignDraft = Omit<CampaignResult, '$schema' | 'edition'>;

/** Why an account's figure says nothing of a campaign: it does not come by campaign, or lives by other times, offices and channels. */
const SILENT: ReadonlySet<Reason> = new Set([
  'not-offered',
  'empty',
  'no-previous',
  'too-few-peers',
  'not-comparable',
  'no-budget',
]);

/** How good the figures are is told by the reports: seventh question. */
const QUALITY = 7;

/**
 * What came of each campaign that began in a month that is over: the KPIs of the reports, by the same definitions, over what belongs to the
 * campaign. The same data always give the same results.
 */
export function campaignsOf(collected: Collected): CampaignDraft[] {
  const asOf = collected.runs.at(-1)?.day;
  if (asOf === undefined) return [];
  const last = addDays(periodOf(asOf, 'month').from, -1);
  const accounts = ledgers(collected).filter(carries);
  return collected.campaigns
    .filter(({ from }) => from <= last)
    .map((campaign) => resultOf(collected.agency, accounts, campaign, last, asOf));
}

function resultOf(
  agency: Collected['agency'],
  accounts: readonly Ledger[],
  campaign: Campaign,
  last: Day,
  asOf: Day,
): CampaignDraft {
  const end = addDays(campaign.to, campaign.results);
  const through = end < last ? end : last;
  const found = accounts.flatMap((ledger) => {
    const facts = campaignFactsOf(ledger, campaign, through);
    return facts ? [{ ledger, facts }] : [];
  });
  const facts = found.map((one) => one.facts);
  const all = figuresOf(
    facts,
    { from: campaign.from, to: through },
    kpis.filter(({ question }) => question !== QUALITY),
  );
  const finalFrom = finalDay(end, accounts);
  return {
    agency: agency.id,
    campaign: campaign.id,
    from: campaign.from,
    to: end,
    asOf,
    through,
    zone: agency.zone,
    status: asOf >= finalFrom ? 'final' : 'provisional',
    finalFrom,
    figures: speaking(all),
    steps: found
      .flatMap((one) => stepsOf(one.ledger, one.facts, campaign))
      .filter(({ reason }) => reason === undefined || !SILENT.has(reason)),
    goals: campaign.goals.map((goal) => stateOf(goal, all, through < end, asOf < finalFrom)),
    budget: budgetOf(campaign, facts),
    posts: notedPosts(
      found.map(({ ledger }) => ({ ...ledger, posts: postsOf(ledger, campaign) })),
      campaign.from,
      campaign.to,
    ),
  };
}

/** Figures that say something of the campaign: of accounts, and of all together where they do of one. */
function speaking(figures: readonly KpiFigure[]): KpiFigure[] {
  const own = figures.filter(({ scope, reason }) => scope !== 'agency' && (reason === undefined || !SILENT.has(reason)));
  const said = new Set(own.map(({ kpi }) => kpi));
  return [...figures.filter(({ scope, kpi }) => scope === 'agency' && said.has(kpi)), ...own];
}

/** When every account that campaigns can use has settled, and the month of the last day is over: figures come by whole months. */
function finalDay(end: Day, accounts: readonly Ledger[]): Day {
  const settled = addDays(end, Math.max(0, ...accounts.map(waitOf)) + 1);
  const month = addDays(periodOf(end, 'month').to, 1);
  return settled > month ? settled : month;
}

/** What was spent of the budget, on all ad accounts in its currency; not known where one of them is not. */
function budgetOf({ budget }: Campaign, facts: readonly AccountFacts[]): CampaignResult['budget'] {
  if (!budget) return null;
  const { amount, currency } = budget;
  const parts = facts.filter((one) => one.currency === currency && one.daily.spend).map((one) => wholeOf('spend', one).figure);
  const values = parts.flatMap(({ value }) => value ?? []);
  const spent = parts.length > 0 && values.length === parts.length ? values.reduce((sum, value) => sum + value, 0) : null;
  return { amount, currency, spent, share: spent === null ? null : Number((spent / amount).toPrecision(9)) };
}

/** A result as editions see it. */
export function publishable({ campaign, goals, ...draft }: CampaignDraft): Publishable {
  return { ...draft, period: campaign, targets: goals };
}
