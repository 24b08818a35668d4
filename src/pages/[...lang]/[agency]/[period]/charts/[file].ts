import type { APIRoute } from 'astro';
import { chartIds } from '#charts/ids.ts';
import { csv } from '../../../../../components/csv.ts';
import { picture } from '../../../../../components/picture.ts';
import { data, view } from '../../../../../components/view.ts';
import { everyLanguage, langOf } from '../../../../../components/address.ts';

const ENDINGS = ['json', 'svg', 'csv'];

export function getStaticPaths() {
  const files = chartIds.flatMap((id) => ENDINGS.map((ending) => `${id}.${ending}`));
  return everyLanguage(
    data
      .agencies()
      .flatMap(({ id }) => data.periods(id).flatMap((period) => files.map((file) => ({ agency: id, period, file })))),
  );
}

interface Params extends Record<string, string | undefined> {
  lang: string | undefined;
  agency: string;
  period: string;
  file: string;
}

/** A chart's specification, picture or table. An answer without a body writes no file: not every report has every chart. */
export const GET: APIRoute<Record<string, never>, Params> = async ({ params }) => {
  const { words, report, agency, charts } = await view(langOf(params.lang), params.agency, params.period);
  const [id, ending] = params.file.split('.');
  const chart = charts.find((one) => one.id === id);
  if (!chart) return new Response(null, { status: 404 });
  if (ending === 'json') return new Response(`${JSON.stringify(chart.spec)}\n`);
  if (ending === 'csv') return new Response(csv(chart.table.columns, chart.table.rows));
  const origin = `${agency.sample ? `${words.t('band.sample')} · ` : ''}${agency.name} · ${words.t('report.as-of', { day: words.day(report.asOf) })}`;
  return new Response(picture(chart, words.lang, origin));
};
