import type { APIRoute } from 'astro';
import { chartIds } from '#charts/ids.ts';
import { toCsv } from '#store/table.ts';
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

/**
 * A chart's specification, picture, or figures: one a line, for machines, in no language but for the account's name.
 * An answer without a body writes no file: not every report has every chart.
 */
export const GET: APIRoute<Record<string, never>, Params> = async ({ params }) => {
  const { words, report, agency, charts } = await view(langOf(params.lang), params.agency, params.period);
  const [id, ending] = params.file.split('.');
  const chart = charts.find((one) => one.id === id);
  if (!chart) return new Response(null, { status: 404 });
  if (ending === 'json') return new Response(`${JSON.stringify(chart.spec)}\n`);
  if (ending === 'csv') {
    const columns = [
      'time',
      'account',
      'account_name',
      'measure',
      'value',
      'reason',
      'status',
      'metric',
      'part',
      'province_code',
    ];
    const rows = chart.data.map((one) => [
      ...[one.time, one.account, one.name, one.measure, one.value, one.reason],
      one.value === null ? '' : one.provisional ? 'provisional' : 'final',
      ...[one.metric, one.part, one.code],
    ]);
    return new Response(toCsv(columns, rows, { bom: true }));
  }
  const origin = `${agency.sample ? `${words.t('band.sample')} · ` : ''}${agency.name} · ${words.t('report.as-of', { day: words.day(report.asOf) })}`;
  return new Response(picture(chart, words.lang, origin));
};
