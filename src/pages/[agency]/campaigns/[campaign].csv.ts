import type { APIRoute } from 'astro';
import { reportOf } from '../../../components/campaign.ts';
import { reportCsv } from '../../../components/download.ts';
import { data } from '../../../components/view.ts';

export function getStaticPaths() {
  return data.agencies().flatMap(({ id }) => data.results(id).map((campaign) => ({ params: { agency: id, campaign } })));
}

/** Every figure of the campaign, one a line, in the columns of reports. */
export const GET: APIRoute<Record<string, never>, { agency: string; campaign: string }> = ({ params }) => {
  const result = data.result(params.agency, params.campaign);
  if (!result) throw new RangeError(`${params.agency} has no result of "${params.campaign}"`);
  return new Response(reportCsv(reportOf(data.agency(params.agency), result), result.steps));
};
