import type { Campaign, CampaignResult } from '#model/campaign.ts';
import type { AccountState } from '#model/account-state.ts';
import type { Agency } from '#model/agency.ts';
import type { TargetStatus } from '#model/target.ts';
import { periodsWithin } from '#model/period.ts';
import type { Report } from '#model/report.ts';
import { i18n, type I18n } from '#i18n/index.ts';
import { page } from './address.ts';
import { data, declarations, filesOf, namesOf, type View } from './view.ts';

/** A campaign's page as the parts of a report page know it: its figures are the same KPIs. */
export interface CampaignView extends View {
  readonly campaign: Campaign;
  readonly result: CampaignResult;
}

/** Campaigns that staff have described, the newest first. */
export function campaignsOf(agency: string): Campaign[] {
  return data.campaigns(agency).toReversed();
}

/** Campaigns that ran on one of a report's days. */
export function ranIn({ agency, report }: View): Campaign[] {
  return campaignsOf(agency.id).filter(({ from, to }) => from <= report.to && to >= report.from);
}

/** Address of a campaign's page. */
export function campaignPage(lang: string, agency: string, campaign: string): string {
  return page(lang, agency, 'campaigns', campaign);
}

/** Undefined before the first figures: a campaign that begins in a month that is not over. */
export function campaignView(lang: string, agency: Agency, campaign: Campaign): CampaignView | undefined {
  const result = data.result(agency.id, campaign.id);
  if (!result) return undefined;
  return {
    words: i18n(lang),
    agency,
    report: reportOf(agency, result),
    charts: [],
    files: filesOf(agency.id),
    names: namesOf(agency),
    campaign,
    result,
  };
}

/** A result as a report without any other period. */
export function reportOf(agency: Agency, result: CampaignResult): Report {
  const { $schema, campaign, from, to, zone, asOf, through, status, finalFrom, edition, figures, goals, posts } = result;
  return {
    $schema,
    agency: agency.id,
    period: campaign,
    kind: 'month',
    from,
    to,
    zone,
    asOf,
    begins: from,
    through,
    status,
    finalFrom,
    edition,
    figures,
    comparisons: [],
    yearAgo: [],
    targets: goals,
    narrative: [],
    accounts: accountsOf(agency, result),
    daily: [],
    history: [],
    parts: [],
    byPart: [],
    formats: [],
    times: null,
    opinion: null,
    peers: [],
    posts,
  };
}

/** The accounts that have a part in it. What is missing of them, the reports of those months say. */
function accountsOf(agency: Agency, { figures, from, to }: CampaignResult): AccountState[] {
  const months = periodsWithin(from, to, 'month');
  return agency.accounts
    .filter(({ id }) => figures.some(({ scope }) => scope === id))
    .map(({ id, source }) => ({
      account: id,
      source,
      family: declarations().find((one) => one.id === source)?.family ?? 'social',
      known: 0,
      expected: 0,
      through: null,
      outside: months.some((month) =>
        data.postsOf(agency.id, id, month.id)?.posts.some(({ file }) => file?.startsWith('outside/') === true),
      ),
      daily: [],
      gaps: [],
    }));
}

const STATUSES: readonly TargetStatus[] = ['met', 'near', 'missed', 'open', 'not-measurable'];

/** How the goals stand, in one sentence. */
export function goalsLine(words: I18n, { goals }: Pick<CampaignResult, 'goals'>): string {
  if (goals.length === 0) return words.t('campaigns.no-goals');
  const counts = STATUSES.map((status) => [status, goals.filter((goal) => goal.status === status).length] as const);
  const list = counts.filter(([, count]) => count > 0).map(([status, count]) => words.t(`campaigns.count.${status}`, { count }));
  return words.t('campaigns.goals-line', { count: goals.length, list: words.list(list) });
}
