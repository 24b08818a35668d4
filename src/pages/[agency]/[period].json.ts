import type { APIRoute } from 'astro';
import { data } from '../../components/view.ts';

export function getStaticPaths() {
  return data.agencies().flatMap(({ id }) => data.periods(id).map((period) => ({ params: { agency: id, period } })));
}

/** The report as it lies in the data folder. */
export const GET: APIRoute<Record<string, never>, { agency: string; period: string }> = ({ params }) =>
  new Response(`${JSON.stringify(data.report(params.agency, params.period), null, 2)}\n`);
