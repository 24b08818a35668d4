import type { APIRoute } from 'astro';
import { reportCsv } from '../../components/download.ts';
import { data } from '../../components/view.ts';

export function getStaticPaths() {
  return data.agencies().flatMap(({ id }) => data.periods(id).map((period) => ({ params: { agency: id, period } })));
}

/** Every figure of the report, one a line. */
export const GET: APIRoute<Record<string, never>, { agency: string; period: string }> = ({ params }) =>
  new Response(reportCsv(data.report(params.agency, params.period)));
